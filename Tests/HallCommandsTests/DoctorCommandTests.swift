import Foundation
import HallGit
import HallWords
import TestSupport
import Testing

@testable import HallCommands

/// What `hall doctor` finds, on machines that a test makes up.
@Suite("hall doctor")
struct DoctorCommandTests {
  /// Programs that answer as the real ones do.
  private struct FewPrograms: Programs {
    func run(_ call: ProgramCall) -> ProgramResult? {
      switch call.words {
      case ["git", "--version"]: result("git version 2.39.5\n")
      case ["git", "config", "--show-origin", "--get", "user.name"]:
        result("file:/home/w/.gitconfig\t王五\n")
      default: nil
      }
    }

    private func result(_ text: String) -> ProgramResult {
      ProgramResult(status: 0, output: Array(text.utf8))
    }
  }

  /// A terminal that shows `…` in so many columns.
  private struct WideConsole: Console {
    let width: Int
    var isInteractive: Bool { true }
    func show(_ text: String) {}
    func line(_ prompt: Prompt) -> String? { nil }
    func rest() -> [UInt8] { [] }
    func run(_ words: [String]) -> Int32? { nil }
    func columns(of text: String) -> Int? { width }
  }

  private static let programs: Set<String> = [
    "git", "ssh-keygen", "tar", "nano", "less", "soffice",
  ]

  private func doctor(
    _ hall: TestHall?, _ words: [String] = [], programs: Set<String> = programs,
    environment: [String: String] = ["HALL_AUTHOR": "王五", "LANG": "C.UTF-8"], wide: Int = 1,
    isTerminal: Bool = true, gitName: String? = nil
  ) -> Answer {
    var context = CommandContext(
      environment: environment,
      workingDirectory: hall?.folder.path(percentEncoded: false) ?? "/", now: 1_764_550_800,
      machineOffset: 8 * 3600, isTerminal: isTerminal, columns: 80,
      console: WideConsole(width: wide), gitUserName: { gitName })
    context.programs = FewPrograms()
    context.findProgram = { programs.contains($0) ? "/usr/bin/" + $0 : nil }
    return CommandTable.answer(["doctor", "--lang", "zh"] + words, in: context)
  }

  private func line(_ answer: Answer, _ name: String) -> String? {
    answer.output.split(separator: "\n").map(String.init).first { $0.contains("  " + name + " ") }
  }

  @Test("a machine and a hall in order are fine")
  func fine() throws {
    let hall = try TestHall([:])
    let answer = doctor(hall, ["--plain"])
    #expect(answer.status == 0, "\(answer.output)")
    #expect(answer.output.contains("好，git：2.39.5"))
    #expect(answer.output.contains("好，署名：王五（HALL_AUTHOR）"))
    #expect(answer.output.contains("好，语言：中文（hall.md）"))
    #expect(answer.output.contains("好，时区：+08:00（这台电脑）"))
    #expect(answer.output.hasSuffix("都好\n"), "\(answer.output)")
  }

  @Test("each thing that is missing is named, with its remedy")
  func machine() {
    let answer = doctor(
      nil, ["--plain"], programs: [], environment: ["EDITOR": "foo -x", "PAGER": "bar"], wide: 2)
    for words in [
      "可补，git：没有装；几个人一起用、审阅都要它。可以：装上它，如 sudo apt install git",
      "可补，ssh-keygen：没有装", "可补，tar：没有装", "要改，编辑器：EDITOR 写的是 foo -x，找不到这个程序",
      "要改，分页：PAGER 写的是 bar，找不到这个程序。改法：去掉它：unset PAGER", "可补，表格程序：没有装",
      "要改，文字编码：没有设 LANG，不是 UTF-8", "可补，省略号的宽度：「…」这样的字占 2 列",
      "可补，署名：还不知道您是谁，第一次改动时会问。可以：脚本要有署名：export HALL_AUTHOR=姓名",
    ] {
      #expect(answer.output.contains(words), "\(words)\n\(answer.output)")
    }
    #expect(answer.status == 1)
    #expect(!answer.output.contains("议事厅"))
  }

  @Test("where the author comes from is said")
  func author() {
    let answer = doctor(nil, ["--plain"], environment: ["LANG": "zh_CN.UTF-8"], gitName: "王五")
    #expect(
      answer.output.contains("好，署名：王五（git 的 user.name，/home/w/.gitconfig）"), "\(answer.output)")
    #expect(answer.output.contains("好，语言：中文（LANG）"))
  }

  @Test("variables that are set are shown with what they do")
  func variables() {
    let answer = doctor(
      nil, ["--plain"],
      environment: ["HALL_AUTHOR": "王五", "LANG": "C.UTF-8", "NO_COLOR": "1", "COLUMNS": "60"])
    #expect(answer.output.contains("好，NO_COLOR：1：设了就不用颜色"), "\(answer.output)")
    #expect(answer.output.contains("好，COLUMNS：60"))
  }

  @Test("what is wrong with the hall is counted, and each has the command that shows it")
  func hall() throws {
    let hall = try TestHall([
      "agendas/M-2025-008.md": meeting(8, item: "- [ ] T1 换灯\n  - 期限: 2025-13-01\n")
    ])
    #expect(hall.run("record", "--by", "王五", "-m", "一").status == 0)
    try hall.write(
      Data(hall.text("agendas/M-2025-008.md").replacing("换灯", with: "换大灯").utf8),
      to: "agendas/M-2025-008.md")
    try hall.write(Data("| 姓名 |\n| --- |\n| 张三 |\n".utf8), to: "private/roster.md")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: hall.folder.path() + "/private/roster.md")
    let answer = doctor(hall, ["--plain"])
    #expect(answer.status == 1)
    for words in [
      "要改，检查：1 个错误", "改法：用「hall 检查」看在哪里、怎么改", "好，历史：都完好，签名都有效",
      "要改，私密文件：有 1 个别人看得到", "要改，没记下的改动：改过还没记进历史：agendas/M-2025-008.md。改法：hall 记下",
    ] {
      #expect(answer.output.contains(words), "\(words)\n\(answer.output)")
    }
  }

  @Test("a damaged history and a newer format are named")
  func damaged() throws {
    let hall = try TestHall(
      ["agendas/M-2025-008.md": meeting(8, item: "一\n")],
      charter: "---\n议事厅: 试厅\n语言: zh\n---\n\n# 试厅\n")
    #expect(hall.run("record", "--by", "王五", "-m", "一").status == 0)
    let history = hall.text("history/M-2025-008.md")
    try hall.write(Data(history.replacing("+一", with: "+二").utf8), to: "history/M-2025-008.md")
    try hall.write(
      Data(hall.text("hall.md").replacing("语言: zh", with: "语言: zh\n格式: 99").utf8), to: "hall.md")
    let answer = doctor(hall, ["--plain"])
    #expect(answer.output.contains("要改，格式：是 99，这个 hall 只认到"), "\(answer.output)")
    #expect(answer.output.contains("要改，历史："), "\(answer.output)")
    #expect(answer.output.contains("改法：用「hall 核验」看是哪些"))
  }

  @Test("git and ssh-keygen are needed where the hall uses them")
  func needed() throws {
    let hall = try TestHall([
      "signatures/allowed_signers": "", ".git/HEAD": "ref: refs/heads/main\n",
    ])
    let answer = doctor(hall, ["--plain"], programs: ["nano", "less"])
    #expect(answer.output.contains("要改，git：没有装"), "\(answer.output)")
    #expect(answer.output.contains("要改，ssh-keygen：没有装"))
    #expect(answer.status == 1)
  }

  @Test("outside a hall it looks at the machine; a hall that is named and not there is refused")
  func nowhere() {
    #expect(doctor(nil).status == 0)
    let answer = doctor(nil, ["--hall", "/nonexistent"])
    #expect(answer.status == 2 && answer.output.isEmpty)
  }

  @Test("it fits 80 columns, with the state in words", arguments: [60, 80])
  func width(columns: Int) throws {
    let answer = doctor(try TestHall([:]), programs: [], environment: ["EDITOR": "foo"])
    for line in answer.output.split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= 80, "\(line)")
    }
    #expect(line(answer, "编辑器")?.hasPrefix("  ") == true)
    #expect(answer.output.contains("要改的"))
  }

  @Test("a reply of a terminal about its cursor is read, and keys are not taken for one")
  func cursor() {
    #expect(CursorReply(Array("\u{1B}[12;3R".utf8))?.column == 3)
    #expect(CursorReply(Array("ab\u{1B}[1;14R".utf8))?.column == 14)
    #expect(CursorReply(Array("RRR".utf8)) == nil)
    #expect(CursorReply(Array("\u{1B}[A".utf8)) == nil)
  }
}
