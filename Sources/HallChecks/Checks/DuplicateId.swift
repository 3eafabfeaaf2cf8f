import HallModel
import HallSyntax

/// Two files, or two parts of one file, have the same identifier.
package enum DuplicateId: Check {
  package static let id = "duplicate-id"
  package static let about = Phrase(
    zh: "两个文件的编号相同，或同一个文件里两个议题、两项决议、两件任务的编号相同。别处提到这个编号时，分不清指的是哪一个。",
    en:
      "Two files, or two items, decisions or tasks of one file, have one identifier, and what refers"
      + " to it may mean either.")

  package static func check(
    document: Document, _ context: CheckContext, _ report: inout Report
  ) {
    for kind in [Node.Kind.item, .decision, .task] {
      var first: [Int: Int] = [:]
      lazy var next = kind.letter + String(document.nextNumber(of: kind))
      for (index, node) in document.nodes.enumerated() where node.kind == kind {
        guard let number = document.number(of: index) else { continue }
        guard let earlier = first[number] else {
          first[number] = index
          continue
        }
        let written = document.text(node.key)
        let other = document.nodes[earlier]
        let name = kind.noun
        report.error(
          document, node.key,
          zh: "\(name.zh)编号「\(written)」在第\(other.line)行已经用过（\(document.text(other.value))）",
          en: "the \(name.en) number '\(written)' is taken on line \(other.line)"
            + " ('\(document.text(other.value))')",
          hint: Phrase(zh: "改用没有用过的「\(next)」", en: "write '\(next)', which is free"))
      }
    }
  }

  package static func check(hall: Hall, _ context: CheckContext, _ report: inout Report) {
    var first: [DocumentID: String] = [:]
    for document in hall.matters.map(\.document) + hall.meetings.map(\.document) {
      guard document.fault == nil, let id = DocumentID(of: document) else { continue }
      guard let other = first[id] else {
        first[id] = document.path
        continue
      }
      report.error(
        document, identifierRange(of: document), zh: "编号「\(id.text)」已经用在文件「\(other)」里",
        en: "the identifier '\(id.text)' is taken by '\(other)'",
        hint: Phrase(
          zh: "给其中一个换一个没用过的编号，文件名也一起改",
          en: "give one of them a number that is free, and rename its file"))
    }
  }

  private static func identifierRange(of document: Document) -> Range<Int> {
    guard let front = document.frontMatter, let key = document.identifyingKey,
      let field = document.fieldNode(key, of: front)
    else { return 0..<0 }
    return document.nodes[field].value
  }
}

extension Node.Kind {
  /// The word for a numbered part of a document.
  fileprivate var noun: Phrase {
    switch self {
    case .item: Phrase(zh: "议题", en: "item")
    case .decision: Phrase(zh: "决议", en: "decision")
    default: Phrase(zh: "任务", en: "task")
    }
  }

  /// The letter before its number.
  fileprivate var letter: String {
    switch self {
    case .decision: "D"
    case .task: "T"
    default: ""
    }
  }
}
