import HallModel
import HallStore
import HallSyntax
import HallWords

/// The identifiers of a hall. No more of it is read than what is typed asks for.
extension HallCandidates {
  /// The things that a word may begin: by their identifiers, the latest first; else the only one
  /// whose number or title is typed.
  func things(_ wanted: Set<WordKind.Thing>, isOpen: Bool, _ typed: String) -> Offer {
    if let part = TypedPart(typed) {
      guard let document = document(part.document), let id = DocumentID(of: document) else {
        return .nothing
      }
      let parts = references(in: [document], wanted).filter { !$0.isWhole }
      return Offer(candidates(parts).beginning(with: id.text + part.rest))
    }
    let files = files(wanted)
    let begun = files.filter { $0.name.lowercased().hasPrefix(typed.lowercased()) }
    var offer = whole(begun, wanted, isOpen: isOpen)
    if wanted.contains(.hall) {
      offer.candidates += [Candidate("hall", charter.name)].beginning(with: typed)
    }
    if begun.count == 1, offer.candidates.count == 1, begun[0].name == typed {
      let parts = document(typed).map { references(in: [$0], wanted) } ?? []
      offer.candidates += candidates(parts.filter { !$0.isWhole })
    }
    guard offer.candidates.isEmpty, !typed.isEmpty else { return offer }
    let named = named(typed, wanted, files)
    return named.count == 1 ? Offer(named) : .nothing
  }

  /// The documents themselves where they are wanted; where only parts are, those that are open, or the
  /// documents they are in.
  private func whole(
    _ files: [ThingFile], _ wanted: Set<WordKind.Thing>, isOpen: Bool
  ) -> Offer {
    if wanted.contains(.meeting) || wanted.contains(.matter) {
      let heads = heads(files, isOpen: isOpen)
      return Offer(candidates(heads.filter { !isOpen || !isOver($0) }), else: candidates(heads))
    }
    if wanted == [.task], isOpen {
      let open = Parallel.map(count: files.count) { openTasks(of: files[$0]) }.flatMap(\.self)
      if !open.isEmpty { return Offer(candidates(open)) }
    }
    return Offer(candidates(heads(files, isOpen: false)), isUnfinished: true)
  }

  // MARK: Files

  /// The documents that may be, or hold, what is wanted; the latest first.
  private func files(_ wanted: Set<WordKind.Thing>) -> [ThingFile] {
    let needsMeetings = !wanted.isDisjoint(with: [.meeting, .item, .decision, .task])
    let needsMatters = !wanted.isDisjoint(with: [.matter, .task])
    let all = (try? folder.documentPaths()) ?? []
    return all.compactMap { path, kind in
      guard kind == .meeting ? needsMeetings : needsMatters else { return nil }
      return DocumentID(fileName: path).map { ThingFile(path: path, kind: kind, id: $0) }
    }.sorted { left, right in
      if left.id.series != right.id.series { return left.id.series == .meeting }
      return right.id < left.id
    }
  }

  /// The documents as their heads know them: up to the title, but a matter whole where it counts
  /// whether it is closed.
  private func heads(_ files: [ThingFile], isOpen: Bool) -> [Reference] {
    Parallel.map(count: files.count) { place -> Reference? in
      let file = files[place]
      guard let bytes = try? folder.existing(file.path) else { return nil }
      let isWhole = isOpen && file.kind == .matter
      let head = isWhole ? bytes : Array(bytes[..<HallCandidates.endOfTitle(bytes)])
      return reference(Document(path: file.path, kind: file.kind, bytes: head))
    }.compactMap(\.self)
  }

  /// The end of the first line that begins with `# `.
  private static func endOfTitle(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      var isTitle = false
      for place in buffer.indices where buffer[place] == UInt8(ascii: "\n") {
        if isTitle { return place }
        isTitle = buffer[(place + 1)...].starts(with: "# ".utf8)
      }
      return buffer.count
    }
  }

  private func openTasks(of file: ThingFile) -> [Reference] {
    guard let bytes = try? folder.existing(file.path),
      let document = SourceFile(path: file.path, kind: file.kind, bytes: bytes)
        .documentOfOpenTasks
    else { return [] }
    let owner: TaskOwner =
      file.kind == .matter
      ? .matter(Matter(document, charter: charter)) : .meeting(Meeting(document, charter: charter))
    return document.nodes.indices.filter { document.nodes[$0].kind == .task }
      .map { Task(document: document, node: $0) }
      .filter { $0.state == .open }.map { .task(owner, $0) }
  }

  private func reference(_ document: Document) -> Reference {
    document.kind == .matter
      ? .matter(Matter(document, charter: charter))
      : .meeting(Meeting(document, charter: charter))
  }

  /// Whether nothing is left to be done with a document.
  private func isOver(_ reference: Reference) -> Bool {
    switch reference {
    case .matter(let matter):
      let last = matter.log.last { [.closed, .struckOff, .reopened].contains($0.keyword) }
      return last.map { $0.keyword != .reopened } ?? false
    case .meeting(let meeting): return [.approved, .cancelled].contains(meeting.status)
    case .item, .decision, .task: return false
    }
  }

  /// The document that a word names, by its identifier or its number.
  func document(_ word: String) -> Document? {
    let files = files([.meeting, .matter])
    let name = TypedPart(word)?.document ?? word
    let query = IdentifierQuery(name)
    let file =
      files.first { $0.name == name } ?? files.first { query?.isAbout($0.id) ?? false }
    return file.flatMap { try? folder.read($0.path, kind: $0.kind) }
  }

  // MARK: Parts

  private func references(
    in documents: [Document], _ wanted: Set<WordKind.Thing>
  ) -> [Reference] {
    Hall(charter: charter, documents: documents).references.filter { wanted.contains($0.thing) }
  }

  /// What has a number or a title like the word that is typed.
  private func named(
    _ typed: String, _ wanted: Set<WordKind.Thing>, _ files: [ThingFile]
  ) -> [Candidate] {
    let isMatter = wanted == [.matter] && typed.first?.isNumber == true
    if let query = IdentifierQuery(isMatter ? "Q" + typed : typed) {
      let documents = files.filter { query.isAbout($0.id) }
        .compactMap { try? folder.read($0.path, kind: $0.kind) }
      let found = references(in: documents, wanted).filter(query.matches)
      let meetings = found.filter { $0.documentID?.series == .meeting }
      return candidates(query.isBareNumber && !meetings.isEmpty ? meetings : found)
    }
    let wanted = FullWidth.name(Slice(typed)).lowercased()
    return candidates(
      heads(files, isOpen: false).filter { $0.title.lowercased().holds(wanted) })
  }

  private func candidates(_ references: [Reference]) -> [Candidate] {
    references.map { reference in
      var meaning = [reference.title]
      switch reference {
      case .meeting(let meeting):
        if let day = meeting.day { meaning.insert(day.iso, at: 0) }
      case .task(_, let task):
        meaning += [task.due.day?.iso, task.lead?.string].compactMap(\.self)
      case .matter, .item, .decision: break
      }
      return Candidate(reference.identifier, meaning.joined(separator: "  "))
    }
  }
}

/// A document by the name of its file.
private struct ThingFile: Sendable {
  let path: String
  let kind: Document.Kind
  let id: DocumentID
  var name: String { id.text }
}

/// The identifier of a document, whole or short, and the beginning of a part after it:
/// `M-2025-008-T`, `8#`.
private struct TypedPart {
  let document: String
  /// `-T`, `#`
  let rest: String

  init?(_ typed: String) {
    guard let sign = typed.lastIndex(where: { $0 == "#" || $0 == "-" }) else { return nil }
    document = String(typed[..<sign])
    rest = String(typed[sign...]).uppercased()
    // M-2025- is not yet a document.
    guard IdentifierQuery(document) != nil,
      rest.dropFirst().first?.isNumber != true || rest.first == "#",
      !isYear
    else { return nil }
  }

  private var isYear: Bool { document.split(separator: "-").last?.count == 4 && rest == "-" }
}

extension Reference {
  fileprivate var thing: WordKind.Thing {
    switch self {
    case .matter: .matter
    case .meeting: .meeting
    case .item: .item
    case .decision: .decision
    case .task: .task
    }
  }

  fileprivate var isWhole: Bool { thing == .matter || thing == .meeting }
}
