import HallModel
import HallWords

extension Refusal {
  /// Says that the merge stops because the person wants to ask somebody first.
  ///
  /// - Parameter again: the call to make afterwards.
  static func mergeStopped(again: String = "hall share") -> Refusal {
    .refused(
      Phrase(zh: "没有合并，一切照旧。你记下的都在这台电脑上", en: "nothing was merged; what you recorded is here"),
      hint: Phrase(
        zh: "问清楚后再打 \(again)", en: "run '\(again)' again when you know"))
  }
}
