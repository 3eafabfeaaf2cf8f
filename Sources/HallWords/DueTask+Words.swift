import HallModel
import HallSyntax

extension DueTask {
  /// What is to be done: the task, or the answer that is owed.
  package func what(_ language: Language) -> String {
    isReply ? language.say("答复：\(title)", "reply: \(title)") : title
  }
}
