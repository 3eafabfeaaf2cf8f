import HallModel
import HallSyntax

/// An answer that could belong to any of several objections, or to none.
package enum ObjectionAnswered: Check {
  package static let id = "objection-answer"
  package static let about = Phrase(
    zh: "决议有几条异议还没有答复，而一条「答复」没有写是答复哪一条；或者有答复，却没有异议。",
    en:
      "A decision has several open objections, and an answer does not say which one it answers; or"
      + " there is an answer and no objection.")

  package static func check(meeting: Meeting, _ context: CheckContext, _ report: inout Report) {
    for decision in meeting.decisions { check(decision, &report) }
  }

  private static func check(_ decision: Decision, _ report: inout Report) {
    let document = decision.document
    let objections = decision.objections
    for answer in objections.strays {
      let range = document.nodes[answer].value
      guard !objections.all.isEmpty else {
        report.warning(
          document, range, zh: "有答复，却没有写异议", en: "an answer without an objection",
          hint: Phrase(
            zh: "在它上面加一行「- 异议: 日期 谁：内容」", en: "add '- objection: DAY WHO: TEXT' above it"))
        continue
      }
      report.warning(
        document, range, zh: "有 \(objections.all.count) 条异议，看不出答复的是哪一条",
        en:
          "there \(objections.all.count == 1 ? "is 1 objection" : "are \(objections.all.count) objections");"
          + " the answer does not say which one it is for",
        hint: Phrase(zh: "在答复里写上异议的日期或提出的人", en: "name the day of the objection, or who raised it"))
    }
  }
}
