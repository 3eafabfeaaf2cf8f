import HallModel
import HallSyntax
import HallWords

/// Something that a line leaves open. It is a value, as every question: the line is taken again with
/// the reply.
package enum MinuteQuestion: Equatable, Sendable {
  /// By which rule a new vote is decided; the title of the vote, and the rules to choose from.
  case rule(String, among: [String])
  /// Whether a person at the end of a task leads it.
  case leads(String)
}

/// A reply to a question of a line.
package enum MinuteReply: Equatable, Sendable {
  case rule(String)
  case leads(Bool)
  case none
}

extension MinuteQuestion {
  /// Why the line is not taken if nobody replies.
  ///
  /// - Parameter wasAsked: whether a person was asked.
  func refusal(wasAsked: Bool) -> Phrase {
    switch self {
    case .rule(let title, _):
      Phrase(
        zh: "没有写规则，表决没有加；写在题目后面，如「表决 \(title) 居民会议」",
        en: "no rule is named, and no vote was added; write the rule after the title:"
          + " 'vote \(title) assembly'")
    case .leads(let name) where wasAsked:
      Phrase(
        zh: "没有说「\(name)」是不是负责人，任务没有加", en: "whether '\(name)' leads it was not said")
    case .leads(let name):
      Phrase(
        zh: "「\(name)」是负责人吗？是就在前面写 @：「@\(name)」；不是就把这个名字挪到前面去",
        en: "does '\(name)' lead it? If so, write '@\(name)'; if not, do not end the title with"
          + " it")
    }
  }
}
