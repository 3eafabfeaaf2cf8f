import HallModel
import HallSyntax
import HallWords

/// The meaning of a line: a fact, or something that the session does with its own state.
package enum MinuteDeed: Equatable, Sendable {
  case attend(GivenAttendance)
  /// What is said of the current vote; with a title, of a new one.
  case vote(title: String?, GivenVote)
  case decide(title: String, GivenDecision)
  /// The outcome of the current item.
  case outcome(String)
  case addTask(GivenTask)
  /// A task by its identifier, and how it went.
  case finishTask(String, result: String?)
  case cancelTask(String, because: String)
  /// A fact of the current item or the meeting, by its field.
  case noteField(Keyword, String, of: FactHome)
  /// Facts of the current decision.
  case changeDecision(String, GivenDecision)
  /// An objection to a decision: who objects, and why.
  case object(String, by: String, String)
  /// The answer to an objection: whom it answers, whether the objection is upheld, and what is said.
  case answer(String, to: String?, Keyword?, String)
  case extendTask(String, to: SpokenDay, because: String?)
  /// Who leads a task, by its identifier, or by when it is due.
  case assignTask(String, to: String?, by: SpokenDay?)
  /// The meeting ends before its agenda is done, and why or until when; whether it is said to have
  /// failed.
  case adjourn(String, failed: Bool)
  /// Text for the current item.
  case note(String)
  /// A text that was kept for the current item, to be taken out again.
  case strike(String)
  /// A fact, a title or a text to be written anew.
  case correct(String)
  case addItem(String)
  /// A party of this meeting alone, as in `酒店 表决`.
  case addParty(String)
  /// An item by its number or a part of its title.
  case chooseItem(String)
  case chooseVote(Int)
  /// A vote without a rule, by its title.
  case voteWithoutRule(String)
  case undo, show, help, done
  /// The meeting ended at an hour.
  case end(TimeOfDay)
  /// A task with a name before its day, of a person who may be the lead: the task if so, and if
  /// not.
  case taskPerhapsOf(String, yes: GivenTask, no: GivenTask)
  /// A line that was read as more than it says, with a remark about that.
  indirect case noted(MinuteDeed, Phrase)
}

/// What a field of live minutes belongs to.
package enum FactHome: Equatable, Sendable {
  case meeting, item
}

/// Why a line cannot be carried out.
package struct MinuteFault: Error, Equatable, Sendable {
  package let reason: Phrase

  init(zh: String, en: String) { reason = Phrase(zh: zh, en: en) }
}
