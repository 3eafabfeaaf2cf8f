import HallGit
import HallModel
import HallSyntax
import HallWords

/// The programs and the terminal of this machine.
struct MachineHealth {
  let context: CommandContext
  /// Whether the hall is in a repository of git, and whether it has signatures.
  let needsGit: Bool
  let needsKeygen: Bool

  var findings: [HealthFinding] {
    var findings = [git, keygen, tar, editor, pager, sheets, encoding]
    if let width { findings.append(width) }
    return findings
  }

  private func finding(
    _ item: String, _ name: Phrase, _ state: HealthFinding.State, _ fact: Phrase,
    value: String? = nil, source: String? = nil, remedy: Phrase? = nil
  ) -> HealthFinding {
    HealthFinding(
      area: .machine, item: item, name: name, state: state, fact: fact, value: value,
      source: source, remedy: remedy)
  }

  /// A program by its name: found where, or not at all and what for.
  private func program(
    _ name: String, isNeeded: Bool, for purpose: Phrase, package: String
  ) -> HealthFinding {
    let label = Phrase(both: name)
    if let path = context.findProgram(name) {
      return finding(name, label, .fine, Phrase(both: path), value: path)
    }
    return finding(
      name, label, isNeeded ? .mend : .optional,
      Phrase(zh: "没有装；\(purpose.zh)", en: "not installed; \(purpose.en)"),
      remedy: Phrase(
        zh: "装上它，如 sudo apt install \(package)",
        en: "install it, as with: sudo apt install \(package)"))
  }

  private var git: HealthFinding {
    var found = program(
      "git", isNeeded: needsGit,
      for: Phrase(zh: "几个人一起用、审阅都要它", en: "sharing and review need it"), package: "git")
    guard found.state == .fine else { return found }
    var call = ProgramCall(["git", "--version"])
    call.limit = 10
    let said = context.programs.run(call)?.text.split(separator: "\n").first.map(String.init)
    // `git version 2.39.5`
    if let version = said?.split(separator: " ").last.map(String.init) {
      found = finding("git", found.name, .fine, Phrase(both: version), value: version)
    }
    return found
  }

  private var keygen: HealthFinding {
    program(
      "ssh-keygen", isNeeded: needsKeygen,
      for: Phrase(zh: "电子签名要它", en: "signatures need it"), package: "openssh-client")
  }

  private var tar: HealthFinding {
    program(
      "tar", isNeeded: false, for: Phrase(zh: "备份要它", en: "backups need it"), package: "tar")
  }

  private var editor: HealthFinding {
    let name = Phrase(zh: "编辑器", en: "editor")
    let set = ["VISUAL", "EDITOR"].first { variable in
      context.environment[variable]?.contains { !$0.isWhitespace } ?? false
    }
    if let set, let command = context.environment[set] {
      let program = ShellWord.split(command).first ?? command
      let isHere = program.hasPrefix("/") || context.findProgram(program) != nil
      return finding(
        "editor", name, isHere ? .fine : .mend,
        isHere
          ? Phrase(zh: "\(command)（\(set)）", en: "\(command) (\(set))")
          : Phrase(
            zh: "\(set) 写的是 \(command)，找不到这个程序", en: "\(set) is \(command), which cannot be found"),
        value: command, source: set,
        remedy: isHere
          ? nil
          : Phrase(
            zh: "改成装了的，如 export \(set)=nano",
            en: "name one that is installed, as export \(set)=nano"))
    }
    let usual = ["nano", "vi"].first { context.findProgram($0) != nil }
    return finding(
      "editor", name, usual == nil ? .optional : .fine,
      usual.map {
        Phrase(zh: "没有设 EDITOR，在终端上会用 \($0)", en: "EDITOR is not set; on a terminal \($0) is used")
      }
        ?? Phrase(zh: "没有设 EDITOR，也没有 nano、vi", en: "EDITOR is not set, and there is no nano or vi"),
      value: usual,
      remedy: usual == nil
        ? Phrase(zh: "装一个，如 sudo apt install nano", en: "install one: sudo apt install nano") : nil)
  }

  private var pager: HealthFinding {
    let name = Phrase(zh: "分页", en: "pager")
    let variable = EnvironmentVariable.pager.rawValue
    if let command = context.environment[variable] {
      let program = ShellWord.split(command).first ?? ""
      let isHere = command.isEmpty || program.hasPrefix("/") || context.findProgram(program) != nil
      return finding(
        "pager", name, isHere ? .fine : .mend,
        isHere
          ? Phrase(zh: "\(command)（PAGER）", en: "\(command) (PAGER)")
          : Phrase(
            zh: "PAGER 写的是 \(command)，找不到这个程序", en: "PAGER is \(command), which cannot be found"),
        value: command, source: variable,
        remedy: isHere ? nil : Phrase(zh: "去掉它：unset PAGER", en: "take it away: unset PAGER"))
    }
    let less = context.findProgram("less")
    return finding(
      "pager", name, less == nil ? .optional : .fine,
      less == nil
        ? Phrase(zh: "没有 less，长的结果一次滚完", en: "no less; long answers are not paged")
        : Phrase(both: "less"),
      value: less,
      remedy: less == nil
        ? Phrase(zh: "装上它，如 sudo apt install less", en: "install it: sudo apt install less") : nil)
  }

  private var sheets: HealthFinding {
    let name = Phrase(zh: "表格程序", en: "spreadsheet")
    let found = WorkbookProgram.allCases.first { context.findProgram($0.rawValue) != nil }
    return finding(
      "spreadsheet", name, found == nil ? .optional : .fine,
      found.map { Phrase(both: $0.name) }
        ?? Phrase(
          zh: "没有装；.xlsx 的名册和纸票要先另存为 CSV",
          en: "not installed; an .xlsx has to be saved as CSV first"),
      value: found?.name,
      remedy: found == nil
        ? Phrase(
          zh: "要直接读 .xlsx，装 LibreOffice 或 Gnumeric",
          en: "to read .xlsx, install LibreOffice or Gnumeric")
        : nil)
  }

  /// The encoding of the terminal, by the locale.
  private var encoding: HealthFinding {
    let name = Phrase(zh: "文字编码", en: "encoding")
    let set = ["LC_ALL", "LC_CTYPE", "LANG"].first { !(context.environment[$0] ?? "").isEmpty }
    let value = set.flatMap { context.environment[$0] }
    let isUTF8 = value.map { $0.lowercased().replacing("-", with: "").hasSuffix("utf8") } ?? false
    let shown = set.flatMap { name in value.map { "\(name)=\($0)" } }
    return finding(
      "encoding", name, isUTF8 ? .fine : context.isTerminal ? .mend : .optional,
      isUTF8
        ? Phrase(both: shown ?? "")
        : Phrase(
          zh: (shown ?? "没有设 LANG") + "，不是 UTF-8，汉字可能显示不出来",
          en: (shown ?? "LANG is not set") + ", which is not UTF-8: Chinese may not be shown"),
      value: value, source: set,
      remedy: isUTF8 ? nil : Phrase(zh: "export LANG=C.UTF-8", en: "export LANG=C.UTF-8"))
  }

  /// How wide the terminal shows a character that may be narrow or wide; nil where nothing can be
  /// measured.
  private var width: HealthFinding? {
    let name = Phrase(zh: "省略号的宽度", en: "ambiguous width")
    guard let columns = context.console.columns(of: "…") else { return nil }
    return finding(
      "ambiguous-width", name, columns == 1 ? .fine : .optional,
      columns == 1
        ? Phrase(zh: "一列，和 hall 算的一样", en: "one column, as hall counts")
        : Phrase(
          zh: "「…」这样的字占 \(columns) 列，表格会对不齐",
          en: "'…' takes \(columns) columns: tables will not align"),
      value: String(columns),
      remedy: columns == 1
        ? nil
        : Phrase(
          zh: "把终端设置里的「歧义字符」或「模糊宽度」改成窄，或加 --纯文字",
          en: "set ambiguous characters to narrow in the terminal's settings, or use --plain"))
  }
}
