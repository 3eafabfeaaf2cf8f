import HallGit
import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax
import HallWords

/// The two sides of each history that was merged by other means: from a merge that is under way,
/// from the conflict markers in a file, or from the merge commits of the branch.
struct ParentedSides {
  /// One document, and the two histories that became one file.
  struct Side {
    let place: HistoryPlace
    let ours: Ledger
    let theirs: Ledger
    /// The version to which git applied a single change of theirs, if it did not merge.
    var base: Ledger?
    let isOursShared: Bool
    /// The document as it is now.
    let document: Document?
    /// The document as the merge left it, before later edits.
    let landed: [UInt8]?
  }

  private let sharing: Sharing
  private let loaded: LoadedHall
  private let documents: [HistoryPlace: Document]

  init(_ sharing: Sharing, _ loaded: LoadedHall) {
    (self.sharing, self.loaded) = (sharing, loaded)
    documents = Dictionary(
      loaded.hall.documents.compactMap { document in
        HistoryPlace(of: document).map { ($0, document) }
      }
    ) { first, _ in first }
  }

  func all() -> [Side] {
    let places = (try? loaded.folder.historyPlaces()) ?? []
    if let theirs = sharing.repository.commit("MERGE_HEAD") {
      // Status 1 means conflicts; the tree is printed all the same.
      let merged = sharing.repository.git(["merge-tree", "--write-tree", "HEAD", theirs])
      let tree =
        merged.status <= 1 ? merged.text.split(separator: "\n").first.map(String.init) : nil
      return places.compactMap { side($0, ours: "HEAD", theirs: theirs, landed: tree) }
    }
    let open = sharing.repository.open()
    if !open.isEmpty { return places.compactMap { applied($0, open) } }
    let merges = merges()
    return places.compactMap { place in
      marked(place, merges.first?.first) ?? merged(place, merges)
    }
  }

  /// The sides of a history left in conflict by a rebase, a cherry-pick, or another command that
  /// applies one change of another branch.
  private func applied(_ place: HistoryPlace, _ open: [String: Repository.Stages]) -> Side? {
    guard let stages = open[place.path] else { return nil }
    let contents = sharing.repository.contents(of: [stages.ours, stages.theirs, stages.base])
    guard let ours = whole(contents[0], place), let theirs = whole(contents[1], place) else {
      return nil
    }
    return Side(
      place: place, ours: ours, theirs: theirs, base: whole(contents[2], place),
      isOursShared: true, document: documents[place], landed: nil)
  }

  private func whole(_ bytes: [UInt8]?, _ place: HistoryPlace) -> Ledger? {
    guard let bytes, !bytes.isEmpty else { return nil }
    let ledger = Ledger(bytes, of: place.documentPath)
    return (try? ledger.verify()) == nil ? nil : ledger
  }

  /// Whether the two have diverged: neither is the beginning of the other.
  private func isParted(_ ours: Ledger, _ theirs: Ledger) -> Bool {
    let common = LedgerJoin.common(ours, theirs)
    return common < ours.revisions.count && common < theirs.revisions.count
  }

  /// - Parameter landed: git's own result of merging the two.
  private func side(
    _ place: HistoryPlace, ours: String, theirs: String, landed: String?
  ) -> Side? {
    guard let one = whole(sharing.repository.content(of: place.path, in: ours), place),
      let other = whole(sharing.repository.content(of: place.path, in: theirs), place),
      isParted(one, other)
    else { return nil }
    return Side(
      place: place, ours: one, theirs: other, isOursShared: false, document: documents[place],
      landed: document(place, in: landed))
  }

  /// The sides of a file with conflict markers.
  private func marked(_ place: HistoryPlace, _ merge: String?) -> Side? {
    guard let bytes = (try? loaded.folder.read(place.path, kind: .other))?.bytes,
      let sides = ConflictSides(bytes), let ours = whole(sides.ours, place),
      let theirs = whole(sides.theirs, place)
    else { return nil }
    return Side(
      place: place, ours: ours, theirs: theirs, isOursShared: true, document: documents[place],
      landed: document(place, in: merge))
  }

  private func document(_ place: HistoryPlace, in commit: String?) -> [UInt8]? {
    guard let commit, let document = documents[place] else { return nil }
    return sharing.repository.content(of: document.path, in: commit)
  }

  /// The newest merge that has lost one side's revisions.
  private func merged(_ place: HistoryPlace, _ merges: [[String]]) -> Side? {
    let current = try? loaded.folder.ledger(of: place)
    let isWhole = current.map { (try? $0.verify()) != nil && !$0.bytes.isEmpty } ?? false
    for merge in merges {
      guard merge.count == 3 else { continue }
      let parents = merge.dropFirst().compactMap { commit in
        whole(sharing.repository.content(of: place.path, in: commit), place)
      }
      guard parents.count == 2, isParted(parents[0], parents[1]) else { continue }
      let missing = parents.filter { ledger in
        current.map { !RevisionPresence(in: $0, of: place.kind).compare(with: ledger).lost.isEmpty }
          ?? true
      }
      let landed = document(place, in: merge[0])
      if isWhole, let current, let other = missing.first {
        return Side(
          place: place, ours: current, theirs: other, isOursShared: true,
          document: documents[place], landed: landed)
      }
      if !isWhole {
        return Side(
          place: place, ours: parents[0], theirs: parents[1], isOursShared: true,
          document: documents[place], landed: landed)
      }
    }
    return nil
  }

  /// The merge commits of the branch with their parents, newest first.
  private func merges() -> [[String]] {
    let listed = sharing.repository.git([
      "rev-list", "--merges", "--parents", "--max-count=200", "HEAD",
    ])
    let lines = listed.text.split(separator: "\n")
    return lines.map { $0.split(separator: " ").map(String.init) }
  }
}

extension Repository {
  /// The versions of a file in conflict, as objects; empty if a side has none.
  struct Stages {
    var (base, ours, theirs) = ("", "", "")
  }

  /// The files of the hall in conflict, by their paths.
  func open() -> [String: Stages] {
    let listed = git(
      ["ls-files", "--unmerged", "--full-name", "-z", "--"] + (prefix.isEmpty ? [] : [prefix]))
    var open: [String: Stages] = [:]
    for entry in listed.output.split(separator: 0) {
      let text = String(decoding: entry, as: UTF8.self)
      // `MODE OBJECT STAGE<tab>PATH`
      guard let tab = text.firstIndex(of: "\t") else { continue }
      let facts = text[..<tab].split(separator: " ").map(String.init)
      let path = text[text.index(after: tab)...]
      guard facts.count == 3, path.hasPrefix(prefix) else { continue }
      let inner = String(path.dropFirst(prefix.count))
      switch facts[2] {
      case "1": open[inner, default: Stages()].base = facts[1]
      case "2": open[inner, default: Stages()].ours = facts[1]
      default: open[inner, default: Stages()].theirs = facts[1]
      }
    }
    return open
  }
}

/// The two sides of a file with conflict markers.
struct ConflictSides {
  let ours: [UInt8]
  let theirs: [UInt8]

  /// Nil if there are no markers, or none that close.
  init?(_ bytes: [UInt8]) {
    enum Part { case both, ours, base, theirs }
    var part = Part.both
    var (ours, theirs): ([UInt8], [UInt8]) = ([], [])
    var hasMarkers = false
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let line = bytes[start..<end]
      start = end
      // No line of a history begins like this: the lines of a diff begin with a sign.
      if part == .both, line.starts(with: "<<<<<<<".utf8) {
        (part, hasMarkers) = (.ours, true)
      } else if part == .ours, line.starts(with: "|||||||".utf8) {
        part = .base
      } else if part == .ours || part == .base, line.starts(with: "=======".utf8) {
        part = .theirs
      } else if part == .theirs, line.starts(with: ">>>>>>>".utf8) {
        part = .both
      } else {
        if part == .both || part == .ours { ours += line }
        if part == .both || part == .theirs { theirs += line }
      }
    }
    guard hasMarkers, part == .both else { return nil }
    (self.ours, self.theirs) = (ours, theirs)
  }
}
