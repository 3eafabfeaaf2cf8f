import HallModel
import HallSyntax

/// A reference to a matter, meeting, item, decision or task that the hall does not have.
package enum UnknownReference: Check {
  package static let id = "unknown-reference"
  package static let about = Phrase(
    zh: "提到的问题、会议、议题、决议或任务并不存在。只看「问题」「取代」「依据」「确认」「续会」和「会商」几处。",
    en: "Something is named that does not exist: a matter, meeting, item, decision or task. Looked"
      + " for in an item's matter and what it approves, a decision's 'supersedes' and 'basis', the"
      + " meeting that one is adjourned from, and a log's 'met'.")

  package static func check(meeting: Meeting, _ context: CheckContext, _ report: inout Report) {
    let document = meeting.document
    let nodes =
      [meeting.node] + meeting.items.map(\.node) + meeting.votes.map(\.node)
      + meeting.decisions.map(\.node)
      + meeting.tasks.map(\.node)
    for node in nodes { checkFields(of: node, in: document, context, &report) }
  }

  package static func check(matter: Matter, _ context: CheckContext, _ report: inout Report) {
    for line in matter.log where line.keyword == .met {
      check(line.syntax.value, in: matter.document, context, &report)
    }
  }

  /// The fields of a thing that refer to others; for a key that takes one value, the first field.
  private static func checkFields(
    of node: Int, in document: Document, _ context: CheckContext, _ report: inout Report
  ) {
    for field in document.fields(of: node) {
      guard let use = document.use(of: field), use.roles.contains(.refers),
        let keyword = document.nodes[field].keyword,
        use.repeats || document.fieldNode(keyword, of: node) == field
      else { continue }
      check(document.nodes[field].value, in: document, context, &report)
    }
  }

  private static func check(
    _ range: Range<Int>, in document: Document, _ context: CheckContext, _ report: inout Report
  ) {
    for reference in IdentifierMention.all(in: document.slice(range))
    where !reference.exists(in: context.hall) {
      let written = document.slice(reference.range).string
      report.error(
        document, reference.range, zh: "议事厅里没有「\(written)」", en: "there is no '\(written)'",
        hint: Phrase(zh: "核对编号，或先把它记下来", en: "correct the number, or record it first"))
    }
  }
}
