import HallModel
import HallSyntax
import HallWords

/// What `hall doctor` has found, for people.
struct DoctorText: Speaking {
  private let findings: [HealthFinding]
  private let name: String?
  let language: Language
  private let style: Style
  private let width: Int

  init(
    _ findings: [HealthFinding], name: String?, language: Language, style: Style, width: Int
  ) {
    (self.findings, self.name, self.language) = (findings, name, language)
    (self.style, self.width) = (style, width)
  }

  var text: String {
    let parts = HealthFinding.Area.allCases.compactMap { area -> String? in
      let found = findings.filter { $0.area == area }
      return found.isEmpty ? nil : section(area, found)
    }
    return parts.joined(separator: "\n") + "\n" + summary + "\n"
  }

  private func section(_ area: HealthFinding.Area, _ found: [HealthFinding]) -> String {
    let title = area.title[language] + (area == .hall ? "  " + VisibleText.line(name ?? "") : "")
    let states = found.map { DisplayWidth.of($0.state.word[language]) }.max() ?? 0
    let names = found.map { DisplayWidth.of($0.name[language]) }.max() ?? 0
    let lines = found.map { finding in
      style.isPlain ? sentence(finding) : rows(finding, states, names)
    }
    return style.bold(title) + "\n" + lines.joined()
  }

  /// `要改，署名：不知道您是谁。改法：export HALL_AUTHOR=姓名`
  private func sentence(_ finding: HealthFinding) -> String {
    let fact = VisibleText.line(finding.fact[language])
    var text = finding.state.word[language] + say("，", ", ") + finding.name[language]
    text += say("：", ": ") + fact
    if let remedy = finding.remedy {
      text += say("。", ". ") + word(finding) + VisibleText.line(remedy[language])
    }
    return text + "\n"
  }

  /// The state, the name and the fact in columns, and the remedy below.
  private func rows(_ finding: HealthFinding, _ states: Int, _ names: Int) -> String {
    let state = DisplayWidth.padded(finding.state.word[language], to: states)
    let name = DisplayWidth.padded(finding.name[language], to: names)
    let indent = 2 + states + 2 + names + 2
    let room = max(24, width - indent)
    let margin = "\n" + String(repeating: " ", count: indent)
    func wrapped(_ text: String) -> String {
      DisplayWidth.wrapped(VisibleText.line(text), to: room).joined(separator: margin)
    }
    var text = "  " + paint(finding.state, state) + "  " + name + "  "
    text += wrapped(finding.fact[language])
    if let remedy = finding.remedy {
      text += margin + style.dim(wrapped(word(finding) + remedy[language]))
    }
    return text + "\n"
  }

  private func word(_ finding: HealthFinding) -> String {
    finding.state == .mend ? say("改法：", "to mend it: ") : say("可以：", "if you like: ")
  }

  private func paint(_ state: HealthFinding.State, _ text: String) -> String {
    switch state {
    case .fine: text
    case .optional: style.magenta(text)
    case .mend: style.red(text)
    }
  }

  private var summary: String {
    let mend = findings.count { $0.state == .mend }
    let optional = findings.count { $0.state == .optional }
    guard mend + optional > 0 else { return style.good(say("都好", "All is fine.")) }
    guard mend > 0 else {
      return style.bold(
        say("没有要改的，可补的 \(optional) 样", "Nothing to mend, \(optional) optional"))
    }
    return style.bold(
      say("要改的 \(mend) 样，可补的 \(optional) 样", "\(mend) to mend, \(optional) optional"))
  }
}
