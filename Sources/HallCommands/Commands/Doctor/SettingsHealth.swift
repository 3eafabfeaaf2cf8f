import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWork
import HallWords

/// What is set, and where each setting comes from.
struct SettingsHealth {
  let context: CommandContext
  /// The hall, if there is one.
  let hall: LoadedHall?

  var findings: [HealthFinding] { [author, language, zone] + variables }

  private func finding(
    _ item: String, _ name: Phrase, _ fact: Phrase, state: HealthFinding.State = .fine,
    value: String? = nil, source: String? = nil, remedy: Phrase? = nil
  ) -> HealthFinding {
    HealthFinding(
      area: .settings, item: item, name: name, state: state, fact: fact, value: value,
      source: source, remedy: remedy)
  }

  /// A value, and in brackets where it comes from.
  private func from(_ value: String, _ source: Phrase) -> Phrase {
    Phrase(zh: "\(value)（\(source.zh)）", en: "\(value) (\(source.en))")
  }

  private var charter: Charter? { hall?.hall.charter }

  private var author: HealthFinding {
    let name = Phrase(zh: "署名", en: "author")
    let variable = EnvironmentVariable.author.rawValue
    if let own = context.environment[variable], !Slice(own).trimmed.isEmpty {
      return finding(
        "author", name, from(own, Phrase(both: variable)), value: own, source: variable)
    }
    if let own = context.world.person(nil) {
      let file = gitFile
      return finding(
        "author", name,
        from(
          own,
          Phrase(
            zh: "git 的 user.name" + (file.map { "，\($0)" } ?? ""),
            en: "git's user.name" + (file.map { ", \($0)" } ?? ""))),
        value: own, source: file ?? "git")
    }
    if let hall, let own = context.world.person(nil, in: hall.folder) {
      return finding(
        "author", name, from(own, Phrase(zh: "在这里打过", en: "as typed here")), value: own,
        source: ".hall")
    }
    return finding(
      "author", name,
      Phrase(
        zh: "还不知道您是谁，第一次改动时会问", en: "it is not known who you are; the first change asks"),
      state: .optional,
      remedy: Phrase(
        zh: "脚本要有署名：export HALL_AUTHOR=姓名，写进 ~/.profile；或 git config --global user.name 姓名",
        en: "a script needs it: export HALL_AUTHOR=NAME, in ~/.profile; or git config --global"
          + " user.name NAME"))
  }

  /// The file that git has the name from.
  private var gitFile: String? {
    var call = ProgramCall(["git", "config", "--show-origin", "--get", "user.name"])
    call.limit = 10
    guard let said = context.programs.run(call), said.isDone,
      let origin = said.text.split(separator: "\t").first
    else { return nil }
    return origin.hasPrefix("file:") ? String(origin.dropFirst("file:".count)) : nil
  }

  private var language: HealthFinding {
    let name = Phrase(zh: "语言", en: "language")
    func shown(_ language: Language) -> String { language.pick("中文", "English") }
    if let charter {
      return finding(
        "language", name, from(shown(charter.language), Phrase(both: "hall.md")),
        value: charter.language.rawValue, source: "hall.md")
    }
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].first { !(context.environment[$0] ?? "").isEmpty }
    let spoken = context.environmentLanguage ?? .en
    return finding(
      "language", name,
      set.map { from(shown(spoken), Phrase(both: $0)) }
        ?? Phrase(zh: "\(shown(spoken))，没有设 LANG", en: "\(shown(spoken)); LANG is not set"),
      value: spoken.rawValue, source: set)
  }

  private var zone: HealthFinding {
    let name = Phrase(zh: "时区", en: "time zone")
    let own = charter?.timeZoneOffset
    let text = ZoneOffset(seconds: own ?? context.machineOffset).text
    return finding(
      "time-zone", name,
      from(text, own == nil ? Phrase(zh: "这台电脑", en: "this machine") : Phrase(both: "hall.md")),
      value: text, source: own == nil ? nil : "hall.md")
  }

  /// The other variables that are set, each with what it is for.
  private var variables: [HealthFinding] {
    let shown: [EnvironmentVariable] = [.plain, .noColour, .terminal, .columns, .temporary]
    return shown.compactMap { variable in
      guard let value = context.environment[variable.rawValue], !value.isEmpty else { return nil }
      // Every terminal has a name; only this one changes anything.
      if variable == .terminal, value != "dumb" { return nil }
      return finding(
        variable.rawValue, Phrase(both: variable.rawValue),
        Phrase(zh: "\(value)：\(variable.meaning.zh)", en: "\(value): \(variable.meaning.en)"),
        value: value, source: variable.rawValue)
    }
  }
}
