import HallModel
import HallSyntax

/// A reference to a matter, meeting, item, decision or task that the hall does not have.
package enum UnknownReference: Check {
  package static let id = "unknown-reference"
  package static let about = Phrase(
    zh: "提到的问题、会议、议题、决议或任务并不存在。只看「问题」「取代」「依据」「确认」「续会」和「会商」几处。或者「取代」写的决议取代不了：是它自己、不比它早，或者约束的人比它多。",
    en: "Something is named that does not exist: a matter, meeting, item, decision or task. Looked"
      + " for in an item's matter and what it approves, a decision's 'supersedes' and 'basis', the"
      + " meeting that one is adjourned from, and a log's 'met'. Or a decision names one in 'supersedes'"
      + " whose place it cannot take: itself, one that is not earlier, or one that binds more people."
  )

  package static func check(meeting: Meeting, _ context: CheckContext, _ report: inout Report) {
    let document = meeting.document
    let nodes =
      [meeting.node] + meeting.items.map(\.node) + meeting.votes.map(\.node)
      + meeting.decisions.map(\.node)
      + meeting.tasks.map(\.node)
    for node in nodes { checkFields(of: node, in: document, context, &report) }
    guard meeting.isHeld else { return }
    for decision in meeting.decisions { checkPlace(decision, in: meeting, context, &report) }
  }

  /// A decision that cannot take the place of the one it names.
  private static func checkPlace(
    _ decision: Decision, in meeting: Meeting, _ context: CheckContext, _ report: inout Report
  ) {
    guard let fault = context.hall.faultOfReplacing(decision, in: meeting),
      let range = decision.value(.supersedes)?.indices, let older = decision.supersedes?.text
    else { return }
    let document = decision.document
    switch fault {
    case .itself:
      report.error(
        document, range, zh: "「取代」写的就是这项决议自己", en: "the decision supersedes itself",
        hint: Phrase(zh: "写上被代替的那项旧决议的编号", en: "name the older decision"))
    case .notLater:
      report.error(
        document, range, zh: "\(older) 不比这项决议早，取代不了",
        en: "\(older) is not an earlier decision: this one cannot take its place",
        hint: Phrase(
          zh: "只有后来的决议能取代以前的；把「取代」写在后来的那一项里",
          en: "write 'supersedes' in the later of the two, naming the earlier one"))
    case .bindsLess:
      let kind = decision.kind ?? .consultation
      report.warning(
        document, range, zh: "\(kind.word(.zh))取代不了 \(older)：那项决议约束的人更多",
        en: "a \(kind.word(.en)) cannot take the place of \(older), which binds more people",
        hint: Phrase(
          zh: "要改那项决议，得照它当时的办法再作一次决定",
          en: "to end that decision, decide anew in the way it was decided"))
    }
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
