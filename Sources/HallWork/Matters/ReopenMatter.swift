import HallModel
import HallSyntax
import HallWords

/// Reopens a closed matter.
package struct ReopenMatter: Act {
  private let matter: String
  private let reason: String
  package var on: SpokenDay?

  package init(_ matter: String, because reason: String) {
    (self.matter, self.reason) = (matter, reason)
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let matter = try change.findMatter(self.matter)
    let reason = try TypedText.required(
      self.reason, Phrase(zh: "原因", en: "the reason"))
    let id = matter.name
    let state = change.hall.state(of: matter, on: change.today)
    guard state.stage >= .closed else {
      throw .refused(
        Phrase(zh: "\(id) 还没有结案，不用重开", en: "\(id) is not closed and need not be reopened"),
        hint: Phrase(
          zh: "要记一笔，用「hall 问题 进展 \(id) 内容」",
          en: "to note something: 'hall matter note \(id) TEXT'"))
    }
    let day = try change.day(on)
    let open = matter.tasks.filter { $0.isRevisit && $0.state == .open }
    var block = LineBlock(change.written)
    block.log(day, .reopened, reason)
    let added = block
    let note = Phrase(zh: "取消：问题重开", en: "cancelled: the matter was reopened")[change.written]
    try change.edit(
      matter.document, why: Phrase(zh: "重开：\(reason)", en: "reopened: \(reason)")
    ) { editor throws(EditFault) in
      try editor.appendToList(of: .log, added)
      // From the last one up: nodes before a change keep their index.
      for task in open.reversed() {
        try editor.setBox(.cancelled, of: task.node)
        try editor.add(.progress, day.iso + " " + note, to: task.node)
      }
    }
    let path = matter.document.path
    let now = change.outcome.matters.first { $0.document.path == path }
    guard let now, change.outcome.state(of: now, on: change.today).stage < .closed else {
      let last = state.closedDay.map(\.iso) ?? "?"
      throw .refused(
        Phrase(
          zh: "\(day.iso) 之后还有结案或回访的记录（结案 \(last)），重开不起作用，什么也没有写",
          en: "a closing or a visit is later than \(day.iso) (closed \(last)); nothing was written"),
        hint: Phrase(zh: "用 --日期 写更晚的日期", en: "give a later day with --on"))
    }
    return try change.finish(
      did: Phrase(
        zh: "\(id) 已重开：\(reason)" + (open.isEmpty ? "" : "；没做的回访一并取消"),
        en: "\(id) reopened: \(reason)" + (open.isEmpty ? "" : "; the visit to come is cancelled")),
      next: MatterSteps.calls(path, in: change))
  }
}
