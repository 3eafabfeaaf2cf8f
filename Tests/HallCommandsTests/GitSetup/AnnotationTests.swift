import Foundation
import HallCommands
import TestSupport
import HallWords
import Testing

/// `--format github`: annotations for lines, and never a command forged by a file.
@Suite("Annotations for a git host")
struct AnnotationTests {
  private static let late = """
    ---
    会议: M-2025-008
    状态: 已召开
    时间: 2025-09-25 14:30
    ---

    ## 议程

    ### 1. 一件事

    - [ ] T1 报价,100%: 三家
      - 期限: 2025-10-15
      - 负责: 物业/赵六

    """

  @Test(
    "annotations use the paths of the repository, wherever the hall is", .needs(.git),
    arguments: ["", "./-x 社'区,:%/"])
  func places(folder: String) throws {
    let path = "agendas/M-2025-008.md"
    let tree = try GitWorkTree(
      folder,
      files: [
        path: Self.late, "agendas/M-2025-009.md": StagedTexts.wrong.replacing("008", with: "009"),
      ])
    let prefix = folder.isEmpty ? "" : "-x 社'区%2C%3A%25/"
    for place in folder.isEmpty ? [tree.hall] : [tree.hall, tree.top] {
      let hall = place == tree.hall ? [] : ["--hall", folder]
      func run(_ words: String...) -> Answer {
        CommandTable.answer(words + hall, in: tree.context(in: place))
      }
      let late = run("overdue", "--format", "github", "--as-of", "2025-12-01")
      #expect(
        late.output
          == "::warning file=\(prefix)\(path),line=11,title=M-2025-008-T1::逾期47天 · 报价,100%25: 三家 · 物业/赵六 · 期限 2025-10-15\n",
        "\(late.output)")
      #expect(late.status == 1)
      let soon = run("overdue", "--format", "github", "--as-of", "2025-10-10", "--within", "7天")
      #expect(soon.status == 0 && soon.output.hasPrefix("::notice file="))
      let check = run("check", "--format", "github")
      #expect(check.status == 1)
      #expect(
        check.output.contains(
          "::error file=\(prefix)agendas/M-2025-009.md,line=17,col=7,title=vote-count::投票人数共 12，多于实到人数 10%0A核对"
        ),
        "\(check.output)")
      #expect(check.output.hasSuffix("个提醒\n"))
      #expect(run("verify", "--format", "github").output == "")
    }
  }

  @Test("verify names the file and the line of a problem")
  func verify() throws {
    let hall = try TestHall(["agendas/M-2025-008.md": Self.late])
    #expect(hall.write("record").status == 0)
    try hall.edit("history/M-2025-008.md", "+- [ ]", "+- [x]")
    if hall.text("history/M-2025-008.md").contains("+- [ ]") { Issue.record("nothing was changed") }
    let answer = hall.run("verify", "--format", "github")
    #expect(answer.status == 1)
    let lines = answer.output.split(separator: "\n")
    #expect(lines.count == 1)
    #expect(lines[0].hasPrefix("::error file=history/M-2025-008.md,line="), "\(lines)")
    #expect(lines[0].contains(",title=chain::"))
    try hall.edit("hall.md", "# 试厅", "# 新厅")
    #expect(
      hall.run("verify", "--format", "github").output.contains(
        "::warning file=hall.md,line=6,col=1,title=unrecorded::"))
    let zeros = String(repeating: "0", count: 64)
    #expect(
      hall.run("verify", "--format", "github", "--expect", zeros).output.contains(
        "::error title=expect::"))
    try hall.write(Data([0xFF]), to: "agendas/M-2025-010.md")
    for command in ["verify", "overdue"] {
      let answer = hall.run(command, "--format", "github")
      #expect(answer.status == 2 && answer.errors == "")
      #expect(
        answer.output.contains("::error file=agendas/M-2025-010.md,line=1,col=1,title=utf8::"))
    }
  }

  @Test("no text from a file can start an annotation or add a property")
  func hostile() throws {
    let evil =
      "x\u{0D}::error::forged\u{2028}::add-mask::a\u{0B}::warning::b\u{85}::c%0A::d ##[error]e,line=1::f"
    let hall = try TestHall([
      "agendas/M-2025-008.md": Self.late.replacing("报价", with: evil).replacing("物业/赵六", with: evil)
        .replacing("会议: M-2025-008", with: "会议: M-2025-008\n地点地: \(evil)\n状态：\(evil)"),
      "agendas/M-2025-009 \n::error::x.md": StagedTexts.wrong,
    ])
    for words in [["check"], ["verify"], ["overdue", "--as-of", "2025-12-01"]] {
      for language in ["zh", "en"] {
        let answer = CommandTable.answer(
          words + ["--format", "github", "--lang", language], in: hall.context())
        let bytes = Array(answer.output.utf8)
        #expect(!bytes.contains(0x0D) && !bytes.contains(0x0B))
        for line in answer.output.unicodeScalars.split(whereSeparator: {
          $0.properties.isWhitespace && $0.value != 0x20
        }) {
          let text = String(line)
          let isOurs = ["::error file=", "::warning file=", "::notice file="].contains(
            where: text.hasPrefix)
          #expect(isOurs || !text.contains("::"), "\(text)")
          // Each property occurs only once before the message.
          if isOurs, let end = text.dropFirst(2).range(of: "::") {
            let head = text[..<end.lowerBound]
            #expect(
              head.components(separatedBy: "line=").count <= 2 && head.contains(",title="),
              "\(head)")
          }
        }
      }
    }
    #expect(
      hall.run("overdue", "--format", "github", "--as-of", "2025-12-01").output.contains("%250A::d")
    )
  }

  @Test("other commands do not have this format")
  func offered() throws {
    let hall = try TestHall([:])
    #expect(hall.run("list", "tasks", "--format", "github").status == 2)
    #expect(hall.run("check", "--quiet").output == "")
    #expect(hall.run("check").output != "")
  }
}
