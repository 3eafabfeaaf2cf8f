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
    var offer = whole(wanted, isOpen: isOpen, typed)
    if wanted.contains(.hall) {
      offer.candidates += [Candidate("hall", charter.name)].beginning(with: typed)
    }
    if offer.candidates.count == 1, offer.candidates[0].word == typed {
      let parts = document(typed).map { references(in: [$0], wanted) } ?? []
      offer.candidates += candidates(parts.filter { !$0.isWhole })
    }
    guard offer.candidates.isEmpty, !typed.isEmpty else { return offer }
    let named = named(typed, wanted)
    return named.count == 1 ? Offer(named) : .nothing
  }

  /// The documents themselves where they are wanted; where only parts are, those that are open, or the
  /// documents they are in.
  private func whole(_ wanted: Set<WordKind.Thing>, isOpen: Bool, _ typed: String) -> Offer {
    if wanted.contains(.meeting) || wanted.contains(.matter) {
      let heads = heads(wanted, beginning: typed, asksWhetherOver: isOpen)
      let open = heads.filter { !isOpen || !$0.isOver }
      return Offer(open.map(\.candidate), else: heads.map(\.candidate))
    }
    if wanted == [.task], isOpen {
      let open = scan(wanted, beginning: typed, TaskHead.all).flatMap(\.self)
        .enumerated().sorted { left, right in
          left.element.document == right.element.document
            ? left.offset < right.offset
            : Self.isLater(left.element.document, right.element.document)
        }
      if !open.isEmpty { return Offer(open.map(\.element.candidate)) }
    }
    let heads = heads(wanted, beginning: typed, asksWhetherOver: false)
    return Offer(heads.map(\.candidate), isUnfinished: true)
  }

  // MARK: Files

  /// Reads the documents that may be, or hold, what is wanted, on all cores.
  private func scan<Answer: Sendable>(
    _ wanted: Set<WordKind.Thing>, beginning typed: String,
    _ answer: @escaping @Sendable (SourceFile) -> Answer
  ) -> [Answer] {
    let hasMeetings = !wanted.isDisjoint(with: [.meeting, .item, .decision, .task])
    let hasMatters = !wanted.isDisjoint(with: [.matter, .task])
    let typed = typed.lowercased()
    let scanned = try? folder.scan(
      where: { kind, name in
        (kind == .meeting ? hasMeetings : hasMatters) && name.lowercased().hasPrefix(typed)
      }, answer)
    return scanned?.answers ?? []
  }

  /// The latest first, meetings before matters.
  private func heads(
    _ wanted: Set<WordKind.Thing>, beginning typed: String, asksWhetherOver: Bool
  ) -> [DocumentHead] {
    let charter = charter
    return scan(wanted, beginning: typed) {
      DocumentHead($0, charter, asksWhetherOver: asksWhetherOver)
    }.compactMap(\.self).sorted { Self.isLater($0.id, $1.id) }
  }

  private static func isLater(_ left: DocumentID, _ right: DocumentID) -> Bool {
    left.series == right.series ? right < left : left.series == .meeting
  }

  /// The document that a word names, by its identifier or its number.
  func document(_ word: String) -> Document? {
    guard let query = IdentifierQuery(TypedPart(word)?.document ?? word) else { return nil }
    let paths = (try? folder.documentPaths()) ?? []
    // As everywhere, a number alone is that of a meeting if there is one.
    let found = paths.filter { DocumentID(fileName: $0.path).map(query.isAbout) ?? false }
      .max { left, right in left.kind == .matter && right.kind == .meeting }
    return found.flatMap { try? folder.read($0.path, kind: $0.kind) }
  }

  // MARK: Parts

  private func references(
    in documents: [Document], _ wanted: Set<WordKind.Thing>
  ) -> [Reference] {
    Hall(charter: charter, documents: documents).references.filter { wanted.contains($0.thing) }
  }

  /// What has a number or a title like the word that is typed.
  private func named(_ typed: String, _ wanted: Set<WordKind.Thing>) -> [Candidate] {
    let isMatter = wanted == [.matter] && typed.first?.isNumber == true
    if let query = IdentifierQuery(isMatter ? "Q" + typed : typed) {
      let scanned = try? folder.scan(
        where: { _, name in
          DocumentID(fileName: name).map(query.isAbout) ?? false
        }, \.document)
      return candidates(query.named(in: references(in: scanned?.answers ?? [], wanted)) { $0 })
    }
    let words = FullWidth.name(Slice(typed)).lowercased()
    return heads(wanted, beginning: "", asksWhetherOver: false)
      .filter { $0.title.lowercased().holds(words) }.map(\.candidate)
  }

  private func candidates(_ references: [Reference]) -> [Candidate] {
    references.map { reference in
      switch reference {
      case .meeting(let meeting):
        Candidate(reference.identifier, [meeting.day?.iso, meeting.title])
      case .task(_, let task): Candidate(reference.identifier, of: task)
      case .matter, .item, .decision: Candidate(reference.identifier, reference.title)
      }
    }
  }
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
