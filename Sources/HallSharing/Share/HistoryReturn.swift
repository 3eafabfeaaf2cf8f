import HallGit
import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Restores a history of this hall that has lost revisions which git still has, or that another
/// program has damaged, from git and from the document as it is now.
struct HistoryReturn {
  let place: HistoryPlace
  private let path: String
  private let document: [UInt8]?
  private let repaired: (history: [UInt8], text: [UInt8])
  /// How many revisions come back; 0 if the history was damaged, nil if only the document was.
  private let returned: Int?

  /// What would be done.
  var preview: Phrase {
    switch returned {
    case nil:
      Phrase(zh: "\(place.name) 改回记下的样子", en: "\(place.name) as it is recorded")
    case 0:
      Phrase(
        zh: "\(place.name) 的历史从 git 接上", en: "the history of \(place.name) continues from git")
    case let count?:
      Phrase(
        zh: "\(place.name) 补回 \(count) 版",
        en: "\(place.name): \(Language.counted(count, "revision")) put back")
    }
  }

  /// All repairs of a hall, in the order of their names.
  ///
  /// - Parameters:
  ///   - lost: the revisions that the histories have lost.
  ///   - planned: the documents that are repaired in another way.
  ///   - reason: why the lost changes stay out of the text; nil puts them back.
  static func all(
    _ sharing: Sharing, _ loaded: LoadedHall, _ lost: [HistoryWitness.Lost],
    but planned: Set<String> = [], accepting reason: String? = nil
  ) throws(Refusal) -> [HistoryReturn] {
    let documents = Dictionary(
      loaded.hall.documents.compactMap { document in
        HistoryPlace(of: document).map { ($0.path, document) }
      }
    ) { first, _ in first }
    var found: [HistoryReturn] = []
    var seen: Set<String> = []
    for place in (try? loaded.folder.historyPlaces()) ?? [] where !planned.contains(place.name) {
      let ledger = try? loaded.folder.ledger(of: place)
      if let document = documents[place.path], document.hasMergeMarkers, let ledger,
        let told = try? ledger.verify(),
        sharing.repository.content(of: document.path, in: "HEAD") == document.bytes
      {
        found.append(HistoryReturn(place, document, told: told, ledger))
        seen.insert(place.path)
      }
      guard let ledger, (try? ledger.verify()) == nil, let document = documents[place.path],
        let before = HistoryReturn.committed(place, sharing.repository)
          ?? HistoryReturn.beginning(of: ledger)
      else { continue }
      if document.hasMergeMarkers { throw HistoryReturn.unfinished(document.path) }
      found.append(try HistoryReturn(damaged: ledger, place, before, document, sharing))
      seen.insert(place.path)
    }
    for place in Set(lost.map(\.place)).sorted(by: { $0.path < $1.path })
    where !seen.contains(place.path) && !planned.contains(place.name) {
      let own = lost.filter { $0.place == place }
      found.append(
        try HistoryReturn(
          own, place, (try? loaded.folder.ledger(of: place)) ?? Ledger([], of: place.documentPath),
          documents[place.path], sharing, accepting: reason))
    }
    return found
  }

  /// Restores a document committed with an unfinished merge in it to the text of its history.
  private init(_ place: HistoryPlace, _ document: Document, told: [UInt8], _ ledger: Ledger) {
    (self.place, path, self.document) = (place, document.path, document.bytes)
    (repaired, returned) = ((ledger.bytes, told), nil)
  }

  /// The history in the last commit that has an undamaged one.
  private static func committed(_ place: HistoryPlace, _ repository: Repository) -> Ledger? {
    let listed = repository.git([
      "log", "--max-count=50", "--format=%H", "HEAD", "--", repository.prefix + place.path,
    ])
    for commit in listed.text.split(separator: "\n").map(String.init) {
      guard let bytes = repository.content(of: place.path, in: commit) else { continue }
      let ledger = Ledger(bytes, of: place.documentPath)
      if (try? ledger.verify()) != nil { return ledger }
    }
    return nil
  }

  /// The part before the first fault; nil if there is nothing before it.
  private static func beginning(of ledger: Ledger) -> Ledger? {
    for revision in ledger.revisions.reversed() {
      let part = Ledger(Array(ledger.bytes[..<revision.range.upperBound]), of: ledger.path)
      if (try? part.verify()) != nil { return part }
    }
    return nil
  }

  /// Restores a history that has lost revisions.
  private init(
    _ lost: [HistoryWitness.Lost], _ place: HistoryPlace, _ now: Ledger, _ document: Document?,
    _ sharing: Sharing, accepting reason: String?
  ) throws(Refusal) {
    self.place = place
    (path, self.document) = (document?.path ?? place.documentPath, document?.bytes)
    returned = lost.count
    let note = LedgerWriter.Note(
      at: sharing.author.at, by: sharing.author.name,
      why: reason ?? sharing.charterSays("补回历史里丢掉的", "put back what the history had lost"))
    let isAccepted = reason != nil && document != nil
    var text: [UInt8]
    let history: [UInt8]
    do throws(Ledger.Fault) {
      let repair = try HistoryRepair(
        lost.map(\.ledger).sorted { $0.revisions.count > $1.revisions.count }, now: now,
        text: isAccepted ? .asItIs(document?.bytes ?? []) : .putBack, note: note
      ) {
        Document(path: place.documentPath, kind: place.kind, bytes: $0)
      }
      (history, text) = (repair.bytes, repair.text)
    } catch {
      throw .damagedHistory(place.name, error)
    }
    // Unrecorded edits stay, on top of what comes back.
    let recorded = (try? now.text(after: now.revisions.count)) ?? []
    if !isAccepted, let document, document.bytes != recorded, document.bytes != text,
      !document.bytes.isEmpty
    {
      text =
        DocumentMerge(
          base: recorded, first: document.bytes, second: text, path: document.path,
          kind: place.kind,
          markers: .none
        ) { _ in .first }.bytes
    }
    repaired = (history, text)
  }

  /// Restores an unreadable history. The authors, times and reasons of its last revisions are kept.
  private init(
    damaged: Ledger, _ place: HistoryPlace, _ before: Ledger, _ document: Document,
    _ sharing: Sharing
  ) throws(Refusal) {
    self.place = place
    (path, self.document) = (document.path, document.bytes)
    returned = 0
    let said = HistoryReturn.heads(damaged.bytes).dropFirst(before.revisions.count)
    let whys = said.map(\.why)
    let note = LedgerWriter.Note(
      at: said.last?.at ?? sharing.author.at, by: said.last?.by ?? sharing.author.name,
      why: whys.isEmpty
        ? sharing.charterSays(
          "历史被别的程序改坏，从 git 接上", "damaged by another program; continues from git")
        : whys.joined(separator: "；"))
    do throws(Ledger.Fault) {
      let repair = try HistoryRepair(
        [before], now: Ledger([], of: place.documentPath), text: .asItIs(document.bytes), note: note
      ) { Document(path: document.path, kind: document.kind, bytes: $0) }
      repaired = (repair.bytes, repair.text)
    } catch {
      throw .damagedHistory(place.name, error)
    }
  }

  /// A document with an unfinished merge whose history matches neither side.
  private static func unfinished(_ path: String) -> Refusal {
    .refused(
      HallWriter.Failure.merging(path).phrase,
      hint: Phrase(
        zh: "在文件里留下对的，删掉标记，再打 hall 记下 --接好",
        en:
          "keep what is right in the file, take the markers out, and run 'hall record --join' again"
      ))
  }

  /// The authors, times and reasons in a damaged history, as far as they can be read.
  private static func heads(_ bytes: [UInt8]) -> [(at: String, by: String, why: String)] {
    var heads: [(at: String, by: String, why: String)] = []
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      func value(_ word: String) -> String? {
        line.hasPrefix(word) ? LedgerWriter.clean(String(line.dropFirst(word.count))) : nil
      }
      if line.hasPrefix("## ") {
        heads.append(("", "", ""))
      } else if let last = heads.indices.last {
        if let at = value("* at: ") { heads[last].at = at }
        if let by = value("* by: ") { heads[last].by = by }
        if let why = value("* why: ") { heads[last].why = why }
      }
    }
    return heads.filter { !$0.at.isEmpty && !$0.by.isEmpty && !$0.why.isEmpty }
  }

  func write(_ sharing: Sharing, _ lock: HallLock, _ answer: inout Answer) throws(Refusal) {
    try sharing.rewrite(
      [(path, repaired.text), (place.path, repaired.history)], holding: lock)
    let count = Ledger(repaired.history, of: place.documentPath).revisions.count
    sharing.tell(
      preview.zh + "，共 \(count) 版", preview.en + ", \(count) in all", &answer)
  }
}
