import HallModel
import HallSyntax
import HallWords

/// The usual next commands for a matter at its stage. Placeholders for the person's words are
/// quoted.
package struct MatterSteps {
  package let matter: Matter
  package let state: MatterState
  package let step: NextStep?
  /// The open tasks other than standing commitments, each with its identifier.
  package let open: [(id: String, task: Task)]

  package init(_ matter: Matter, in hall: Hall, today: Day) {
    self.matter = matter
    state = hall.state(of: matter, on: today)
    step = NextStep(after: matter, state, in: hall, today: today)
    open = MatterSteps.open(matter, in: hall)
  }

  /// The tasks that keep a matter from being closed.
  package static func open(_ matter: Matter, in hall: Hall) -> [(id: String, task: Task)] {
    hall.tasks(of: matter).filter { $0.state == .open && $0.due != .ongoing }.map { task in
      let document = DocumentID(of: task.document)?.text ?? task.document.path
      return (document + "-T" + (task.number.map(String.init) ?? "?"), task)
    }
  }

  /// The task for the follow-up visit, if it is still open.
  package var revisit: String? {
    open.first { $0.task.isRevisit && $0.task.number != nil }?.id
  }

  /// The usual next commands for a matter, with a change applied.
  static func calls(_ path: String, in change: Change) -> [String] {
    let outcome = change.outcome
    guard let matter = outcome.matters.first(where: { $0.document.path == path }) else { return [] }
    return MatterSteps(matter, in: outcome, today: change.today).calls(change.language)
  }

  package func calls(_ language: Language) -> [String] {
    let id = matter.name
    let say = language.say
    func note(_ step: Keyword, _ what: String) -> String {
      "hall matter note \(id) '\(what)' --step \(step.word(language))"
        .replacing("--step answered back", with: "--step 'answered back'")
    }
    func meet() -> String {
      "hall new '\(say("会议名", "meeting"))' --on \(say("下周四", "thu")) --matter \(id)"
    }
    switch state.stage {
    case .collected: return [note(.proposed, say("怎么办", "the plan"))]
    case .proposed:
      let days = say("3个工作日", "3wd")
      return [
        "hall matter summon \(id) '\(say("单位", "unit"))' --respond-by \(days)", meet(),
      ]
    case .summoned:
      return open.filter { $0.task.number != nil }.prefix(2).map { "hall task done \($0.id)" }
        + [note(.answered, say("谁到了场", "who came")), meet()]
    case .deliberated where step == .meetAgain: return [meet()]
    case .deliberated where step == .propose:
      return [note(.proposed, say("换个什么办法", "another plan"))]
    case .deliberated where step == nil: return []
    case .deliberated: return [note(.implementing, say("落实了什么", "what was done"))]
    case .implementing:
      let tasks = open.filter { $0.task.number != nil }.prefix(2)
      if !open.isEmpty { return tasks.map { "hall task done \($0.id)" } }
      return ["hall matter close \(id) '\(say("怎么解决的", "how it was solved"))'"]
    case .closed:
      let good = say("满意", "satisfied")
      return revisit.map { ["hall task done \($0) --result \(good)"] }
        ?? [note(.revisited, say("满意：谁说的", "satisfied: who says so"))]
    case .revisited:
      guard state.isDissatisfied else { return [] }
      return ["hall matter reopen \(id) '\(say("还有什么没解决", "what is still wrong"))'"]
    }
  }
}
