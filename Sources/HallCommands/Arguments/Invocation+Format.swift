import HallModel
import HallStore
import HallSyntax
import HallWords

/// A hall whose format this program does not know yet.
extension Invocation {
  /// Says, beside an answer, that a hall of a newer format may be read wrongly. What writes refuses.
  ///
  /// - Parameter isPart: whether the call is about several halls, so that the folder has to be named.
  func noteNewerFormat(
    _ charter: Charter, of folder: HallFolder, isPart: Bool, _ language: Language,
    _ answer: inout Answer
  ) {
    guard charter.isOfNewerFormat else { return }
    let place = isPart ? folder.shownPath + ": " : ""
    answer.errors +=
      VisibleText.line(
        place + Phrase.newerFormat(charter.format)[language]) + "\n"
  }
}
