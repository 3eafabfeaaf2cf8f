import HallHistory
import HallModel
import HallSyntax

/// Reads a hall's folder on disk. Nothing here writes.
package struct HallFolder: Sendable {
  /// The folder that holds `hall.md`, with every link resolved.
  package let root: String
  /// The folder as it was given, for messages.
  package let shownPath: String
  /// The files, if they do not come from the folder.
  package let held: HeldFiles?

  /// Finds the hall that contains a folder: the nearest folder, going up, with a `hall.md`.
  package static func find(upwardFrom folder: String) -> HallFolder? {
    guard var candidate = FileSystem.realPath(folder) else { return nil }
    var steps: [String] = []
    while true {
      if FileSystem.exists(candidate + "/hall.md"), !holdsHistories(candidate) {
        let shown = steps.isEmpty ? "." : steps.joined(separator: "/")
        return HallFolder(root: candidate, shownPath: shown)
      }
      steps.append("..")
      guard let slash = candidate.lastIndex(of: "/"), candidate != "/" else { return nil }
      candidate = slash == candidate.startIndex ? "/" : String(candidate[..<slash])
    }
  }

  /// Whether a folder is a hall's `history/`, where the history of `hall.md` has that same name; also of a
  /// hall whose own `hall.md` is gone.
  static func holdsHistories(_ folder: String) -> Bool {
    guard folder.hasSuffix("/history") else { return false }
    let hall = String(folder.dropLast("/history".count))
    return FileSystem.exists(hall + "/hall.md") || FileSystem.isFolder(hall + "/agendas")
      || FileSystem.isFolder(hall + "/matters")
  }

  /// The hall in exactly this folder.
  ///
  /// - Parameter base: the folder that a relative path starts from.
  package init(at folder: String, from base: String = ".") throws(StoreFailure) {
    guard let root = FileSystem.realPath(folder.hasPrefix("/") ? folder : base + "/" + folder)
    else { throw StoreFailure(path: folder, reason: .notFound) }
    guard FileSystem.exists(root + "/hall.md"), !HallFolder.holdsHistories(root) else {
      let isLost = FileSystem.exists(root + "/history/hall.md")
      throw StoreFailure(path: folder, reason: isLost ? .lostHall : .noHall)
    }
    self.root = root
    var shown = folder
    while shown.count > 1, shown.last == "/" { shown.removeLast() }
    shownPath = shown
    held = nil
  }

  /// - Parameter held: the files, if they do not come from the folder.
  package init(root: String, shownPath: String, held: HeldFiles? = nil) {
    self.root = root
    self.shownPath = shownPath
    self.held = held
  }

  /// Reads one file of the hall. A link that leads out of the hall is not followed.
  package func read(_ path: String, kind: Document.Kind) throws(StoreFailure) -> Document {
    SourceFile(path: path, kind: kind, bytes: try bytes(of: path)).document
  }

  /// Whether the hall has a file of this name, even one that cannot be read.
  package func exists(_ path: String) -> Bool {
    isOnDisk(path) ? FileSystem.exists(root + "/" + path) : held?.bytes[path] != nil
  }

  /// The bytes of a file of the hall.
  ///
  /// - Parameters:
  ///   - most: how many bytes at its end to read.
  ///   - folder: the folder it is in, if that is open.
  func bytes(
    of path: String, most: Int = .max, in folder: RecordFolder? = nil
  ) throws(StoreFailure) -> [UInt8] {
    guard isOnDisk(path) else {
      guard let bytes = held?.bytes[path] else {
        throw StoreFailure(path: path, reason: .notFound)
      }
      return bytes.count > most ? Array(bytes.suffix(most)) : bytes
    }
    do throws(StoreFailure.Reason) {
      let cut = path.lastIndex(of: "/")
      let name = cut.map { String(path[path.index(after: $0)...]) } ?? path
      if let folder { return try folder.read(name, most: most) }
      let place = cut.map { String(path[..<$0]) } ?? ""
      return try RecordFolder(place, of: self).read(name, most: most)
    } catch {
      // Only the folder's own content is read: if nothing is found, it is a dangling link.
      let isLink = error == .notFound && FileSystem.exists(root + "/" + path)
      throw StoreFailure(path: path, reason: isLink ? .leadsNowhere : error)
    }
  }

  /// The charter: `hall.md`, with the private roster if this copy has one. If either cannot be
  /// read, it is reported, and the hall is read without it, using defaults.
  package func charter() -> (charter: Charter, failures: [StoreFailure]) {
    var failures: [StoreFailure] = []
    func read(_ path: String, _ kind: Document.Kind) -> Document? {
      do throws(StoreFailure) { return try self.read(path, kind: kind) } catch {
        failures.append(error)
        return nil
      }
    }
    let document =
      read(HallFolder.charterPath, .hall)
      ?? Document(path: HallFolder.charterPath, kind: .hall, bytes: [])
    let hasRoster = exists(HallFolder.privateRosterPath)
    let roster = hasRoster ? read(HallFolder.privateRosterPath, .roster) : nil
    return (Charter(document: document, privateRoster: roster), failures)
  }

  package static let charterPath = "hall.md"
  /// The path of a roster that is kept out of git.
  package static let privateRosterPath = "private/roster.md"

  /// The paths of all matters and meetings, in order.
  package func documentPaths() throws(StoreFailure) -> [(path: String, kind: Document.Kind)] {
    let (documents, failures) = listDocuments()
    if let failure = failures.first { throw failure }
    return documents.map { ($0.path, $0.kind) }
  }

  /// Lists both folders; one that cannot be listed is reported, and the other is still listed.
  private func listDocuments() -> (documents: [ListedDocument], failures: [StoreFailure]) {
    var documents: [ListedDocument] = []
    var failures: [StoreFailure] = []
    for kind in [Document.Kind.meeting, .matter] {
      let (folder, prefix) = (ListedDocument.folder(of: kind), kind == .meeting ? "M-" : "Q-")
      let names: [String]
      do throws(StoreFailure.Reason) {
        names = try list(folder)
      } catch {
        // A missing folder is empty; something else with its name is in the way.
        let isThere = error == .notFound && held == nil && FileSystem.exists(root + "/" + folder)
        if error != .notFound || isThere {
          failures.append(StoreFailure(path: folder, reason: isThere ? .leadsNowhere : error))
        }
        continue
      }
      for name in names where name.hasPrefix(prefix) && name.hasSuffix(".md") {
        documents.append(ListedDocument(name: name, kind: kind))
      }
    }
    return (documents, failures)
  }

  /// The path of a matter or a meeting by the name of its file.
  static func documentPath(_ kind: Document.Kind, _ name: String) -> String {
    ListedDocument.folder(of: kind) + "/" + name
  }

  /// A matter or a meeting by the name of its file. Its path is assembled on reading, on all cores.
  private struct ListedDocument: Sendable {
    let name: String
    let kind: Document.Kind

    var path: String { HallFolder.documentPath(kind, name) }

    static func folder(of kind: Document.Kind) -> String {
      kind == .meeting ? "agendas" : "matters"
    }
  }

  /// Reads every matter and meeting on all cores and turns each into an answer; only the answers
  /// are kept. Files that cannot be read are reported, and the others are still answered.
  ///
  /// - Parameter isMeant: which files to read, by their kinds and names; all, if it is nil.
  package func scan<Answer: Sendable>(
    where isMeant: ((_ kind: Document.Kind, _ name: String) -> Bool)? = nil,
    _ answer: @escaping @Sendable (SourceFile) -> Answer
  ) throws(StoreFailure) -> (answers: [Answer], failures: [StoreFailure]) {
    let (all, unlisted) = listDocuments()
    let documents = isMeant.map { isMeant in all.filter { isMeant($0.kind, $0.name) } } ?? all
    // A folder that cannot be opened is reported for each of its files.
    let open = held == nil ? ["agendas", "matters"].map { try? RecordFolder($0, of: self) } : []
    let results = Parallel.map(count: documents.count) { index -> Result<Answer, StoreFailure> in
      let document = documents[index]
      let path = document.path
      let folder = open.isEmpty ? nil : open[document.kind == .meeting ? 0 : 1]
      do throws(StoreFailure) {
        // A file that cannot be read this way is read again, to find out why.
        let read = folder.flatMap { try? $0.read(document.name) }
        let bytes = if let read { read } else { try bytes(of: path, in: folder) }
        return .success(answer(SourceFile(path: path, kind: document.kind, bytes: bytes)))
      } catch {
        return .failure(error)
      }
    }
    var answers: [Answer] = []
    var failures = unlisted
    answers.reserveCapacity(results.count)
    for result in results {
      switch result {
      case .success(let answer): answers.append(answer)
      case .failure(let failure): failures.append(failure)
      }
    }
    return (answers, failures)
  }

  /// Loads the whole hall.
  package func load() throws(StoreFailure) -> (hall: Hall, failures: [StoreFailure]) {
    let scanned = try scan(ReadDocument.init)
    return hall(of: scanned.answers, failures: scanned.failures)
  }

  /// A document, and the ballot files that its votes refer to.
  struct ReadDocument: Sendable {
    let document: Document
    let ballotPaths: [String]

    init(_ file: SourceFile) {
      document = file.document
      ballotPaths = document.ballotPaths
    }
  }

  /// The hall that some documents make, with the ballot files that they refer to.
  ///
  /// - Parameter failures: what could not be read of the documents.
  func hall(
    of documents: [ReadDocument], failures: [StoreFailure]
  ) -> (hall: Hall, failures: [StoreFailure]) {
    let (charter, unread) = charter()
    var failures = unread + failures
    var ballotBooks: [String: BallotBook] = [:]
    for path in documents.lazy.flatMap(\.ballotPaths)
    where ballotBooks[path] == nil && exists(path) {
      do throws(StoreFailure) {
        let file = try read(path, kind: .ballots)
        ballotBooks[path] = BallotBook(document: file, digest: SHA256.hex(of: file.bytes))
      } catch {
        failures.append(error)
      }
    }
    let hall = Hall(
      charter: charter, documents: documents.map(\.document), ballotBooks: ballotBooks,
      past: pastCharters(present: charter.document))
    return (hall, failures)
  }
}
