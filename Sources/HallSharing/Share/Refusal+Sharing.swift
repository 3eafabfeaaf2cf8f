import HallModel
import HallWords

extension Refusal {
  /// Says that the merge stops because the person wants to ask somebody first.
  ///
  /// - Parameter again: the call to make afterwards.
  static func mergeStopped(again: Phrase = .shareAgain) -> Refusal {
    .refused(
      Phrase(zh: "没有合并，一切照旧。您记下的都在这台电脑上", en: "nothing was merged; what you recorded is here"),
      hint: Phrase(
        zh: "问清楚后再打 \(again.zh)", en: "run '\(again.en)' again when you know"))
  }
}

extension Phrase {
  /// The call that takes up a merge which has stopped.
  static let shareAgain = Phrase(zh: "hall 分享", en: "hall share")
  static let joinAgain = Phrase(zh: "hall 记下 --接好", en: "hall record --join")
}
