import HallHistory
import HallModel
import HallSyntax

/// A hall's folder on disk, read. Nothing here writes.
package struct HallFolder: Sendable {
  /// The folder that holds `hall.md`, with every link resolved.
  package let root: String
  /// The folder as it was given, for showing.
  package let shownPath: String
  /// The files, where they are not those of the folder.
  package let held: HeldFiles?

  /// Finds the hall that a folder is in: the nearest folder, going up, that holds `hall.md`.
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

  /// Whether a folder is that of a hall's histories, where that of `hall.md` is called as it is.
  private static func holdsHistories(_ folder: String) -> Bool {
    folder.hasSuffix("/history")
      && FileSystem.exists(folder.dropLast("/history".count) + "/hall.md")
  }

  /// The hall in exactly this folder.
  ///
  /// - Parameter base: the folder that a relative path starts from.
  package init(at folder: String, from base: String = ".") throws(StoreFailure) {
    guard let root = FileSystem.realPath(folder.hasPrefix("/") ? folder : base + "/" + folder)
    else { throw StoreFailure(path: folder, reason: .notFound) }
    guard FileSystem.exists(root + "/hall.md") else {
      throw StoreFailure(path: folder, reason: .noHall)
    }
    self.root = root
    var shown = folder
    while shown.count > 1, shown.last == "/" { shown.removeLast() }
    shownPath = shown
    held = nil
  }

  /// - Parameter held: the files, where they are not those of the folder.
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
  ///   - most: how many bytes of its end are asked for.
  ///   - folder: the one it is in, where that is open.
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
      // Only what is in the folder is read: where nothing is found, a link leads to nothing.
      let isLink = error == .notFound && FileSystem.exists(root + "/" + path)
      throw StoreFailure(path: path, reason: isLink ? .leadsNowhere : error)
    }
  }

  /// The charter: `hall.md`, with the private roster where this copy has one. Either that cannot be
  /// read is named, and the hall answers without it, by what holds where nothing is written.
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
  /// Where a roster is kept out of git.
  package static let privateRosterPath = "private/roster.md"

  /// The paths of all matters and meetings, in order.
  package func documentPaths() throws(StoreFailure) -> [(path: String, kind: Document.Kind)] {
    let (documents, failures) = listDocuments()
    if let failure = failures.first { throw failure }
    return documents.map { ($0.path, $0.kind) }
  }

  /// Lists both folders; one that cannot be listed is named, and the other listed all the same.
  private func listDocuments() -> (documents: [ListedDocument], failures: [StoreFailure]) {
    var documents: [ListedDocument] = []
    var failures: [StoreFailure] = []
    for kind in [Document.Kind.meeting, .matter] {
      let (folder, prefix) = (ListedDocument.folder(of: kind), kind == .meeting ? "M-" : "Q-")
      let names: [String]
      do throws(StoreFailure.Reason) {
        names = try list(folder)
      } catch {
        // A folder that is not there holds nothing yet; what is there under its name is in the way.
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

  /// A matter or a meeting by the name of its file. Its path is put together where it is read, on all
  /// cores.
  private struct ListedDocument: Sendable {
    let name: String
    let kind: Document.Kind

    var path: String { ListedDocument.folder(of: kind) + "/" + name }

    static func folder(of kind: Document.Kind) -> String {
      kind == .meeting ? "agendas" : "matters"
    }
  }

  /// Reads every matter and meeting on all cores and turns each into an answer; only the answers
  /// are kept. Files that cannot be read are named, and the others answered all the same.
  package func scan<Answer: Sendable>(
    _ answer: @escaping @Sendable (SourceFile) -> Answer
  ) throws(StoreFailure) -> (answers: [Answer], failures: [StoreFailure]) {
    let (documents, unlisted) = listDocuments()
    // What cannot be opened is named by each of its files.
    let open = held == nil ? ["agendas", "matters"].map { try? RecordFolder($0, of: self) } : []
    let results = Parallel.map(count: documents.count) { index -> Result<Answer, StoreFailure> in
      let document = documents[index]
      let path = document.path
      let folder = open.isEmpty ? nil : open[document.kind == .meeting ? 0 : 1]
      do throws(StoreFailure) {
        // What cannot be read at once is looked at closely, to be named.
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
    let (charter, unread) = charter()
    let scanned = try scan(\.document)
    var failures = unread + scanned.failures
    var ballotBooks: [String: BallotBook] = [:]
    for document in scanned.answers where document.kind == .meeting {
      for (index, node) in document.nodes.enumerated() where node.kind == .vote {
        guard let reference = Vote(document: document, node: index).ballotReference,
          ballotBooks[reference.path] == nil, exists(reference.path)
        else { continue }
        do throws(StoreFailure) {
          let file = try read(reference.path, kind: .ballots)
          ballotBooks[reference.path] = BallotBook(
            document: file, digest: SHA256.hex(of: file.bytes))
        } catch {
          failures.append(error)
        }
      }
    }
    let hall = Hall(
      charter: charter, documents: scanned.answers, ballotBooks: ballotBooks,
      past: pastCharters(present: charter.document))
    return (hall, failures)
  }
}
