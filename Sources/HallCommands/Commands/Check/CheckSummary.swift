import HallModel
import HallSyntax
import HallWords

/// The number of problems, in one line.
enum CheckSummary {
  static let quiet = OptionSpec(
    "--quiet", summary: Phrase(zh: "没有错误时什么也不说", en: "say nothing if there is no error"))

  static func text(
    _ errors: Int, _ warnings: Int, _ language: Language, _ style: Style
  ) -> String {
    if errors == 0, warnings == 0 {
      return style.good(Phrase(zh: "没有发现问题", en: "No problems found.")[language]) + "\n"
    }
    return counts(errors, warnings)[language] + "\n"
  }

  static func counts(_ errors: Int, _ warnings: Int) -> Phrase {
    Phrase(
      zh: "\(errors) 个错误，\(warnings) 个提醒",
      en: "\(Language.counted(errors, "error")), \(Language.counted(warnings, "warning"))")
  }
}
