import HallModel
import HallSyntax
import HallWords

/// A part of a document that somebody corrects: the hall, a matter, a meeting, an item, a decision or a
/// task.
struct CorrectedPart {
  let document: Document
  /// The node that holds its facts.
  let node: Int
  /// The node with its title.
  let heading: Int?
  let scope: Scope
  /// The meeting it is in; for other documents, what stands for one: parties of the hall.
  let meeting: Meeting
  /// `M-2025-008-T1`, or `hall.md`.
  let name: String

  init(_ text: String, in change: Change) throws(Refusal) {
    if IdentifierQuery.isHall(text) {
      document = change.charter.document
      (node, scope, name) = (document.frontMatter ?? 0, .hallFront, "hall.md")
      heading = CorrectedPart.title(of: document)
      meeting = Meeting(document, charter: change.charter)
      return
    }
    let reference = try change.find(text)
    document = reference.document
    name = reference.identifier
    meeting = reference.meeting ?? Meeting(document, charter: change.charter)
    switch reference {
    case .matter(let matter):
      (node, heading, scope) = (matter.node, CorrectedPart.title(of: document), .matterFront)
    case .meeting(let meeting):
      (node, heading, scope) = (meeting.node, CorrectedPart.title(of: document), .meetingFront)
    case .item(_, let item): (node, heading, scope) = (item.node, item.node, .item)
    case .decision(_, let decision):
      (node, heading, scope) = (decision.node, decision.node, .decision)
    case .task(_, let task): (node, heading, scope) = (task.node, task.node, .task)
    }
  }

  private static func title(of document: Document) -> Int? {
    document.nodes.firstIndex { $0.kind == .title }
  }

  /// The fact that a word means here; nil for 标题 and for no fact of such a part.
  func keyword(_ word: String) -> Keyword? { Vocabulary.keyword(Slice(word), in: scope) }

  /// Whether a word means the title.
  static func isTitle(_ word: String) -> Bool {
    ["标题", "题目", "名称", "title"].contains(FullWidth.name(Slice(word)).lowercased())
  }

  /// What may be corrected here, for a message.
  func unknown(_ word: String, _ language: Language) -> Refusal {
    let names =
      [Phrase(zh: "标题", en: "title")[language]]
      + Vocabulary.keywords(in: scope).filter { !SetFact.isElsewhere($0) }.map { $0.word(language) }
    return .unknownChoice(
      word, of: Phrase(zh: "事项", en: "fact"), choices: names,
      suggestion: Suggestion.nearest(to: word, among: names))
  }
}
