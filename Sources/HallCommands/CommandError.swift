import HallChecks
import HallHistory
import HallModel
import HallStore
import HallSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What kept a command from being done. It carries the facts; the words follow below.
enum CommandError: Error, Sendable {
  case unknownCommand(String, suggestion: String?)
  case halfCommand(String, seconds: [Phrase], suggestion: String?)
  case unknownOption(String, command: String, suggestion: String?)
  case missingValue(option: String)
  case unexpectedValue(option: String)
  /// Two options of one call that cannot both be meant.
  case contradicting(String, String)
  case missingArgument(Phrase, command: String)
  case unexpectedArgument(String, command: String)
  case unreadableValue(String, option: String, expected: Phrase)
  case unknownChoice(String, of: Phrase, choices: [String], suggestion: String?)
  case noHall(from: String)
  case store(StoreFailure)
  case nothingNamed(String)
  /// What each of several things is, and the identifier of the first where they differ in it.
  case severalNamed(String, [String], identifier: String?)
  case notAVote(String)
  case formatNotOffered(String, command: String)
  case noAuthor
  case oneHallOnly
  case writing(HallWriter.Failure)
  case fullIdentifierOnly(String)
  /// Where a change was to be written, it would be read as something else.
  case wouldNotBeRead(String, EditFault)
  /// The problems the record would have afterwards, or a spreadsheet has, as they are shown: every
  /// part of the text is made visible, and it may be coloured.
  case wouldBeWrong(Phrase)
  case sealed(String)
  /// Words for a day that say none, or more than one.
  case date(String, name: String, DateWords.Fault)
  /// What was asked for cannot be, and why.
  case refused(Phrase, hint: Phrase?)
  case noHistory(String)
  case noRevision(String, Int)
  case damagedHistory(String, Ledger.Fault)
  case nothingToUndo
  /// The step began the history of a document.
  case firstRecorded(String)
  case changedSince(String)
  /// The hall says a format that came after this program.
  case newerFormat(Int)
  /// The answer was not written to standard output: the system's number, 0 where a pager failed.
  /// What the call changed is changed all the same.
  case unwritten(Int32, isDone: Bool)

  /// Whether the words of the call are off, so that help is the remedy.
  var isUsage: Bool {
    switch self {
    case .fullIdentifierOnly, .wouldNotBeRead, .wouldBeWrong, .sealed, .refused, .date,
      .newerFormat:
      false
    case .noHall, .store, .nothingNamed, .severalNamed, .notAVote, .noAuthor, .writing, .noHistory,
      .noRevision, .damagedHistory, .nothingToUndo, .firstRecorded,
      .changedSince, .unwritten:
      false
    default: true
    }
  }

  var message: Phrase {
    switch self {
    case .unknownCommand(let word, _):
      Phrase(zh: "没有「\(word)」这个命令", en: "there is no command '\(word)'")
    case .halfCommand(let first, let seconds, _):
      Phrase(
        zh: CommandError.wrapped(
          "「hall \(first)」后面要写做什么：" + seconds.map(\.zh).joined(separator: "、")),
        en: CommandError.wrapped(
          "'hall \(first)' needs to be told what: " + seconds.map(\.en).joined(separator: ", ")))
    case .unknownOption(let option, let command, _):
      Phrase(
        zh: "「\(CommandTable.called(command).zh)」没有 \(option) 这个选项",
        en: "'hall \(command)' has no option \(option)")
    case .missingValue(let option):
      Phrase(zh: "\(option) 后面要写一个值", en: "\(option) needs a value")
    case .unexpectedValue(let option):
      Phrase(zh: "\(option) 后面不用写值", en: "\(option) takes no value")
    case .contradicting(let first, let second):
      Phrase(zh: "\(first) 和 \(second) 互相矛盾", en: "\(first) and \(second) contradict each other")
    case .missingArgument(let name, let command):
      Phrase(
        zh: "「\(CommandTable.called(command).zh)」还要写「\(name.zh)」",
        en: "'hall \(command)' needs \(name.en)")
    case .unexpectedArgument(let word, let command):
      Phrase(
        zh: "「\(CommandTable.called(command).zh)」用不上「\(word)」",
        en: "'hall \(command)' has no use for '\(word)'")
    case .unreadableValue(let value, let option, let expected):
      Phrase(
        zh: "\(option)\(option.hasPrefix("-") ? " " : "")的值「\(value)」读不懂，应是\(expected.zh)",
        en: "cannot read '\(value)' for \(option): expected \(expected.en)")
    case .unknownChoice(let word, let of, let choices, _):
      Phrase(
        zh: "没有「\(word)」这个\(of.zh)，可以用：\(choices.joined(separator: "、"))",
        en: "there is no \(of.en) '\(word)'; there are: \(choices.joined(separator: ", "))")
    case .noHall(let folder):
      Phrase(
        zh: "「\(folder)」和它上面的文件夹里都没有 hall.md",
        en: "no hall.md in '\(folder)' or any folder above it")
    case .store(let failure):
      Phrase(
        zh: "\(failure.path)：\(failure.phrase.zh)", en: "\(failure.path): \(failure.phrase.en)")
    case .nothingNamed(let query):
      Phrase(zh: "没有找到「\(query)」", en: "nothing is named '\(query)'")
    case .severalNamed(let query, let names, _):
      Phrase(
        zh: "「\(query)」可以指 \(names.count) 个：\n" + CommandError.list(names),
        en: "'\(query)' may mean \(names.count) things:\n" + CommandError.list(names))
    case .notAVote(let query):
      Phrase(zh: "「\(query)」里没有表决", en: "there is no vote in '\(query)'")
    case .noAuthor: Phrase(zh: "不知道是谁在改", en: "nobody says who records this")
    case .oneHallOnly:
      Phrase(zh: "一次只能写一个议事厅", en: "only one hall can be written to at a time")
    case .writing(let failure): failure.phrase
    case .fullIdentifierOnly(let text):
      Phrase(
        zh: "不在终端上时要写完整的编号，不能只写「\(text)」",
        en: "off a terminal a change takes a full identifier, not '\(text)'")
    case .wouldNotBeRead(let path, .notRead(let line)):
      Phrase(
        zh: "「\(path)」第 \(line) 行写进去以后读不成原来的意思，什么也没有写",
        en:
          "'\(path)', line \(line): what would stand there would be read as something else; nothing"
          + " was written")
    case .wouldBeWrong(let problems): problems
    case .sealed(let name):
      Phrase(zh: "「\(name)」已经确认，不能直接改", en: "'\(name)' is approved and cannot simply be changed")
    case .refused(let reason, _): reason
    case .date(let text, let name, let fault): fault.phrase(text, name)
    case .noHistory(let name): Phrase(zh: "「\(name)」还没有历史", en: "'\(name)' has no history yet")
    case .noRevision(let name, let number):
      Phrase(zh: "「\(name)」没有第 \(number) 版", en: "'\(name)' has no revision \(number)")
    case .damagedHistory(let name, let fault):
      Phrase(
        zh: "「\(name)」的历史第 \(fault.revision) 版\(fault.reason.phrase.zh)",
        en: "the history of '\(name)', revision \(fault.revision): \(fault.reason.phrase.en)")
    case .nothingToUndo: Phrase(zh: "没有可以撤销的", en: "there is nothing to undo")
    case .firstRecorded(let name):
      Phrase(
        zh: "上一步是第一次记下「\(name)」，再往前没有可以回到的",
        en: "the last step recorded '\(name)' for the first time; there is nothing before it")
    case .changedSince(let name):
      Phrase(zh: "「\(name)」后来又改过，不能直接撤销", en: "'\(name)' was changed since, and cannot be undone")
    case .newerFormat(let format):
      Phrase(
        zh: "这里的文件格式是 \(format)，这个程序只认到 \(HallFormat.newest)，怕写坏，什么也没有写",
        en: "the files here are of format \(format), and this program knows up to"
          + " \(HallFormat.newest): nothing was written")
    case .unwritten(let number, let isDone):
      Phrase(
        zh: (isDone ? "已经做了，只是" : "") + "结果没能显示出来：" + CommandError.cause(number).zh,
        en: (isDone ? "it is done, but " : "") + "the answer could not be written: "
          + CommandError.cause(number).en)
    case .formatNotOffered(let format, let command):
      Phrase(
        zh: "「\(CommandTable.called(command).zh)」没有 \(format) 格式",
        en: "'hall \(command)' has no format \(format)")
    }
  }

  /// Why something was not written to standard output.
  private static func cause(_ number: Int32) -> Phrase {
    switch number {
    case 0: Phrase(zh: "分页程序出错", en: "the pager failed")
    case EBADF: Phrase(zh: "标准输出是关着的", en: "standard output is closed")
    default: DiskFailure("write", "", number).words
    }
  }

  /// A long list, so that no word of it is broken.
  private static func wrapped(_ text: String) -> String {
    DisplayWidth.wrapped(text, to: 72).joined(separator: "\n  ")
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(20).map { "  " + VisibleText.line($0) }.joined(separator: "\n")
      + (names.count > 20 ? "\n  …" : "")
  }

  var hint: Phrase? {
    switch self {
    case .unknownOption(let option, let command, nil):
      CommandTable.command(command).flatMap { OptionWords.hint(for: option, of: $0) }
        ?? Phrase(zh: "用「hall 帮助」看用法", en: "see 'hall help'")
    case .unexpectedArgument(let word, let command):
      CommandTable.command(command).flatMap { StrayWord.hint(for: word, of: $0) }
        ?? Phrase(zh: "用「hall 帮助」看用法", en: "see 'hall help'")
    case .unknownCommand(let word, let suggestion)
    where CommonWords.advice(for: word) != nil || suggestion == nil:
      CommonWords.advice(for: word)
        ?? Phrase(
          zh: "直接打 hall，会列出现在可以做什么", en: "plain 'hall' tells what can be done now")
    case .unknownCommand(_, let suggestion?), .halfCommand(_, _, let suggestion?),
      .unknownOption(_, _, let suggestion?),
      .unknownChoice(_, _, _, let suggestion?):
      Phrase(zh: "是不是想写「\(suggestion)」？", en: "did you mean '\(suggestion)'?")
    case .halfCommand(let first, _, nil):
      Phrase(zh: "用「hall 帮助 \(first)」看用法", en: "see 'hall help \(first)'")
    case .noHall:
      Phrase(
        zh: "进到议事厅的文件夹里再试，或用 --hall 指明它；还没有议事厅，用「hall 开张」新建一个",
        en: "change into the hall's folder, or name it with --hall; 'hall init' makes a new one")
    case .store(let failure): failure.hint
    case .nothingNamed:
      Phrase(
        zh: "用「hall 列出 会议」看有哪些会议，问题、决议、任务也一样",
        en: "see what there is with 'hall list meetings', matters, decisions or tasks")
    case .severalNamed(_, _, let identifier?):
      Phrase(
        zh: "请写完整的编号，如「\(identifier)」", en: "write the full identifier, such as \(identifier)")
    case .severalNamed:
      Phrase(
        zh: "编号相同：用 --hall 指明是哪个议事厅，或用「hall 检查」看重复的编号",
        en: "they have one identifier: name the hall with --hall, or see 'hall check'")
    case .noAuthor:
      Phrase(
        zh: "用 --by 写上姓名；先打 export HALL_AUTHOR=姓名，以后就不用每次写",
        en: "say who with --by NAME, or once with: export HALL_AUTHOR=NAME")
    case .noHistory: Phrase(zh: "先用「hall 记下」记下第一版", en: "record it first with 'hall record'")
    case .damagedHistory(let name, let fault) where fault.isOfLineEnds:
      .unixLineEnds("history/\(name).md")
    case .damagedHistory(let name, _): .bringBack("history/\(name).md")
    case .changedSince(let name):
      Phrase(
        zh: "用「hall 恢复 \(name) 版本号」回到某一版",
        en: "go back to a revision with 'hall restore \(name) N'")
    case .newerFormat: Phrase(zh: "换用新版的 hall", en: "use a newer hall")
    case .writing(let failure): failure.hint
    case .fullIdentifierOnly:
      Phrase(zh: "写成 M-2025-008 或 Q-2025-014-T1 这样", en: "write it as M-2025-008 or Q-2025-014-T1")
    case .wouldNotBeRead:
      Phrase(
        zh: "看看上面有没有没关上的 ``` 或 <!--，再试一次", en: "look for a ``` or <!-- above that is not closed")
    case .wouldBeWrong: nil
    case .sealed(let name):
      Phrase(
        zh: "确实要改，用「hall 修正 \(name) -m 理由」", en: "if it must be: 'hall amend \(name) -m WHY'")
    case .refused(_, let hint): hint
    case .date(_, _, let fault): fault.hint
    case .noRevision(let name, _):
      Phrase(zh: "用「hall 历史 \(name)」看有哪些版", en: "see the revisions with 'hall log \(name)'")
    case .firstRecorded(let name):
      name.hasPrefix("M-")
        ? Phrase(
          zh: "写错了用「hall 编辑 \(name)」改；不开了用「hall 取消 \(name) -m 原因」",
          en: "correct it with 'hall edit \(name)', or call it off: 'hall cancel \(name) -m WHY'")
        : Phrase(zh: "写错了用「hall 编辑 \(name)」改", en: "correct it with 'hall edit \(name)'")
    case .nothingToUndo:
      Phrase(
        zh: "只能撤销在这台电脑上用 hall 记下的；要回到以前的某一版，用「hall 恢复」",
        en: "only what hall recorded on this machine; 'hall restore' goes back to any revision")
    case .notAVote: nil
    case .contradicting: Phrase(zh: "只留一个", en: "keep the one that is meant")
    case .unwritten(_, isDone: true):
      Phrase(
        zh: "不要再打一遍；用「hall 历史」看记了什么", en: "do not call it again; 'hall log' has what was recorded")
    case .unwritten(0, _): Phrase(zh: "检查环境变量 PAGER", en: "look at the variable PAGER")
    case .unwritten(EBADF, _): Phrase(zh: "去掉命令后面的 >&-", en: "leave out the >&- behind the call")
    case .unwritten(let number, _): DiskFailure("write", "", number).hint
    case .missingArgument(_, let command):
      Phrase(
        zh: "用「hall 帮助 \(CommandTable.called(command).zh.dropFirst(5))」看用法",
        en: "see 'hall help \(command)'")
    default: isUsage ? Phrase(zh: "用「hall 帮助」看用法", en: "see 'hall help'") : nil
    }
  }

  /// Whether its words are made visible already.
  private var isShown: Bool {
    if case .wouldBeWrong = self { return true }
    return false
  }

  /// The error as it is printed.
  func text(_ language: Language) -> String {
    let message = isShown ? message[language] : VisibleText.lines(message[language])
    let hint = hint.map {
      (language == .zh ? "提示：" : "hint: ") + VisibleText.line($0[language]) + "\n"
    }
    return "hall: \(message)" + (message.hasSuffix("\n") ? "" : "\n") + (hint ?? "")
  }
}
