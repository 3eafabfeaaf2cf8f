import Foundation
import HallCommands
import TestSupport
import HallWords
import Testing
@testable import HallWork

/// `hall check --staged` and the hook that runs it, with real git and the built program.
@Suite("What is staged is checked", .needs(.git, .builtProgram))
struct StagedCheckTests {
  private static let path = "agendas/M-2025-008.md"

  /// A repository that is set up with the built program.
  private func setUp(
    _ folder: String = "", named name: String = "repo", _ text: String = StagedTexts.right
  ) throws -> GitWorkTree {
    let program = try RealProgram.path
    let tree = try GitWorkTree(folder, named: name, files: [Self.path: text])
    let answer = tree.run("git-setup", program: program)
    try #require(answer.status == 0, "\(answer.errors)")
    #expect(try tree.sh("git add -A && git commit -qm setup; echo $?") == "0\n")
    return tree
  }

  private func isCommitted(
    _ tree: GitWorkTree, _ words: String = "-m x", in folder: URL? = nil
  ) throws -> (Bool, said: String) {
    let said = try tree.sh("git commit -q \(words); echo \"= $?\"", in: folder)
    return (said.hasSuffix("= 0\n"), said)
  }

  @Test(
    "the staged text is checked, not the file in the folder",
    arguments: ["", "./-x 社'区/"], GitWorkTree.names)
  func index(folder: String, name: String) throws {
    let tree = try setUp(folder, named: name)
    try tree.write(StagedTexts.wrong, to: Self.path)
    _ = try tree.sh("git add -A")
    try tree.write(StagedTexts.right, to: Self.path)
    let refused = try isCommitted(tree)
    #expect(!refused.0)
    #expect(refused.said.contains("\(Self.path):17:7: error: "), "\(refused.said)")
    #expect(
      refused.said.contains("[vote-count]") && refused.said.contains("git commit --no-verify"))
    // Also when git is called from the hall's own folder.
    #expect(try !isCommitted(tree, in: tree.hall).0)
    _ = try tree.sh("git add -A")
    try tree.write(StagedTexts.wrong, to: Self.path)
    try tree.write("x\n", to: "note.txt")
    _ = try tree.sh(
      "git add '\(folder.isEmpty ? "" : folder.replacing("'", with: "'\\''"))note.txt'")
    let done = try isCommitted(tree)
    #expect(done.0 && done.said == "= 0\n", "\(done.said)")
    #expect(try !isCommitted(tree, "-am x").0)
    #expect(try !isCommitted(tree, "-m x -- .").0)
    #expect(try isCommitted(tree, "--no-verify -am x").0)
  }

  @Test("an error that is already committed is only counted, and a second one is refused")
  func before() throws {
    let tree = try setUp()
    try tree.write(StagedTexts.wrong, to: Self.path)
    #expect(try isCommitted(tree, "--no-verify -am x").0)
    // The line has moved, and another file is changed.
    try tree.write(
      StagedTexts.wrong.replacing("状态: 已召开", with: "状态: 已召开\n地点: 社区"), to: Self.path)
    let moved = try isCommitted(tree, "-am x")
    #expect(moved.0 && moved.said.contains("另有 1 个错误上一次提交里就有"), "\(moved.said)")
    try tree.write(
      StagedTexts.wrong.replacing("M-2025-008", with: "M-2025-009"), to: "agendas/M-2025-009.md")
    _ = try tree.sh("git add -A")
    let second = try isCommitted(tree)
    #expect(!second.0 && second.said.contains("agendas/M-2025-009.md"))
    #expect(!second.said.contains("agendas/M-2025-008.md:"))
    #expect(second.said.contains("1 个错误") && second.said.contains("另有 1 个错误"))
  }

  /// A hall with a roster, and a vote by name that is held and not approved.
  private static let charter =
    TestHall.charter + "## 名册\n\n| 姓名 | 方 | 户 | 面积 |\n| --- | --- | --- | --- |\n"
    + "| 张三 | 居民 | 1-101 | 80.00 |\n| 钱七 | 居民 | 1-102 | 90.00 |\n"
  private static let byName = meeting(
    item: "#### 表决: 更换主管\n\n- 规则: 赞成多于反对\n- 方式: 记名\n- 同意: 张三、钱七\n")

  @Test("a new roster may be committed though it makes minutes wrong that are not approved")
  func roster() throws {
    let program = try RealProgram.path
    let tree = try GitWorkTree(files: ["hall.md": Self.charter, Self.path: Self.byName])
    #expect(tree.run("git-setup", program: program).status == 0)
    _ = try tree.sh("git add -A && git commit -qm setup")
    let grown = Self.charter + "| 钱七 | 居民 | 1-103 | 70.00 |\n"
    try tree.write(grown, to: "hall.md")
    // If the minutes are changed as well, they must be right.
    try tree.write(Self.byName.replacing("更换", with: "再换"), to: Self.path)
    #expect(try !isCommitted(tree, "-am x").0)
    try tree.write(Self.byName, to: Self.path)
    _ = try tree.sh("git add -A")
    let json = tree.run("check", "--staged", "--json").output.filter { $0 != " " }
    #expect(json.contains("\"errors\":0,") && json.contains("\"file\":\"hall.md\""), "\(json)")
    let done = try isCommitted(tree)
    #expect(done.0, "\(done.said)")
    #expect(done.said.contains("hall.md:7:4: warning: 名册换了，已召开、还没有确认的 M-2025-008："), "\(done.said)")
    // The minutes are still wrong, and from now on the error counts as committed.
    #expect(tree.run("check").status == 1)
    try tree.write(grown + "| 郭一 | 居民 | 1-104 | 60.00 |\n", to: "hall.md")
    let next = try isCommitted(tree, "-am x")
    #expect(next.0 && next.said.contains("另有 1 个错误上一次提交里就有"), "\(next.said)")
  }

  @Test("a first commit, a linked work tree and a partly staged hall are checked")
  func places() throws {
    let program = try RealProgram.path
    let tree = try GitWorkTree("厅/", files: [Self.path: StagedTexts.wrong])
    _ = try tree.sh("rm -rf .git && git init -q -b main .")
    #expect(tree.run("git-setup", program: program).status == 0)
    _ = try tree.sh("git add -A")
    #expect(try !isCommitted(tree).0)
    #expect(
      try tree.sh("git rm -q --cached hall.md; \"$hall\" check --staged; echo $?", in: tree.hall)
        .contains("没有「厅/hall.md」"))
    try tree.write(StagedTexts.right, to: Self.path)
    _ = try tree.sh("git add -A")
    #expect(try isCommitted(tree).0)
    let linked = tree.base.appending(path: "另 一")
    _ = try tree.sh("git worktree add -q -b 分支 '../另 一'")
    let file = linked.appending(path: "厅/" + Self.path)
    try Data(StagedTexts.wrong.utf8).write(to: file)
    #expect(try !isCommitted(tree, "-am x", in: linked).0)
    #expect(try !isCommitted(tree, "-am x", in: linked.appending(path: "厅")).0)
    try Data(StagedTexts.right.replacing("更换", with: "再换").utf8).write(to: file)
    #expect(try isCommitted(tree, "-am x", in: linked).0)
    // The linked work tree is already set up, with the same hook.
    let answer = tree.run("git-setup", in: linked.appending(path: "厅"), program: program)
    #expect(answer.output.hasPrefix("已经接好"), "\(answer.output)")
  }

  @Test("if the program is missing, the hook says so and the commit goes through")
  func gone() throws {
    let tree = try GitWorkTree(files: [Self.path: StagedTexts.right])
    #expect(tree.run("git-setup", program: "/nonexistent/hall").status == 0)
    try tree.write(StagedTexts.wrong, to: Self.path)
    let said = try isCommitted(tree, "-am x")
    #expect(said.0 && said.said.contains("找不到 hall，这次提交没有检查"), "\(said.said)")
    #expect(tree.run("git-setup", program: "/etc/passwd").status == 0)
    _ = try tree.sh(
      "chmod +x .git/hooks/pre-commit; sed -i 's|/etc/passwd|/etc|' .git/hooks/pre-commit")
    try tree.write(StagedTexts.right, to: Self.path)
    let broken = try isCommitted(tree, "-am x")
    #expect(broken.0 && broken.said.contains("hall 运行不了"), "\(broken.said)")
  }

  @Test("of two halls, only the one with staged files is checked")
  func twoHalls() throws {
    let program = try RealProgram.path
    let tree = try GitWorkTree("甲/", files: [Self.path: StagedTexts.right])
    _ = try tree.sh("cp -r 甲 乙")
    let other = tree.top.appending(path: "乙")
    for folder in [tree.hall, other] {
      #expect(tree.run("git-setup", in: folder, program: program).status == 0)
    }
    _ = try tree.sh("git add -A")
    #expect(try isCommitted(tree).0)
    try Data(StagedTexts.wrong.utf8).write(to: other.appending(path: Self.path))
    _ = try tree.sh("git add -A")
    #expect(try !isCommitted(tree).0)
    #expect(tree.run("check", "--staged").status == 1)
    let only = tree.run("check", "--staged", "--hall", ".")
    #expect(only.status == 0 && only.output == "准备提交的内容里没有议事厅的文件\n", "\(only.output)")
  }

  @Test(
    "check gives the same answer for the staged files as for the folder",
    arguments: ["xingannanlu", "broken"])
  func sameAsFolder(sample: String) throws {
    let tree = try GitWorkTree("厅/")
    let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "samples")
    try FileManager.default.removeItem(at: tree.hall)
    try FileManager.default.copyItem(at: samples.appending(path: sample), to: tree.hall)
    _ = try tree.sh("rm -rf .git && git init -q -b main . && git add -A")
    let folder = tree.run("check", "--json")
    let staged = tree.run("check", "--json", "--staged")
    #expect(staged.status == folder.status)
    struct Found: Decodable, Hashable { let id, file, message: String; let line, column: Int? }
    struct Shape: Decodable {
      let errors, warnings: Int
      let errors_before: Int?
      let problems: [Found]
    }
    func read(_ answer: Answer) throws -> Shape {
      try JSONDecoder().decode(Shape.self, from: Data(answer.output.utf8))
    }
    let (left, right) = (try read(folder), try read(staged))
    #expect(Set(left.problems) == Set(right.problems))
    #expect(left.errors == right.errors && left.warnings == right.warnings)
    #expect(right.errors_before == 0)
    #expect(left.problems.isEmpty == false)
  }

  @Test("a damaged history is found in the index, too")
  func histories() throws {
    let tree = try GitWorkTree(files: [Self.path: StagedTexts.right])
    #expect(tree.run("record").status == 0)
    _ = try tree.sh("git add -A && git commit -qm x")
    #expect(tree.run("check", "--staged").output == "准备提交的内容里没有议事厅的文件\n")
    let history = "history/M-2025-008.md"
    let text = try #require(tree.text(history))
    try tree.write(text.replacing("+- 同意: 7", with: "+- 同意: 8"), to: history)
    _ = try tree.sh("git add -A")
    try tree.write(text, to: history)
    let answer = tree.run("check", "--staged")
    #expect(answer.status == 1 && answer.output.contains("[chain]"), "\(answer.output)")
    let json = tree.run("check", "--staged", "--json")
    #expect(json.output.filter { $0 != " " }.contains("\"errors_before\":0"))
    // The private roster is read from the folder, where it is kept.
    try tree.write(
      "## 名册\n\n| 姓名 | 方 |\n| --- | --- |\n| 张三 | 居民 |\n| 张三 | 居民 |\n", to: "private/roster.md")
    #expect(tree.run("check", "--staged").status == 1)
  }

  @Test("unstaged files are not checked, and a hall may be removed from a repository")
  func intended() throws {
    let tree = try GitWorkTree("厅/", files: [Self.path: StagedTexts.right])
    try tree.write(StagedTexts.right.replacing("更换", with: "再换"), to: Self.path)
    try tree.write("x", to: "matters/Q-2025-001.md")
    _ = try tree.sh("git add -u; git add -N .")
    let answer = tree.run("check", "--staged")
    #expect(answer.status == 0, "\(answer.output)")
    _ = try tree.sh("git add .")
    #expect(tree.run("check", "--staged").status == 1)
    _ = try tree.sh("git rm -rq --cached 厅")
    #expect(tree.run("check", "--staged").status == 0)
  }

  @Test("an unfinished merge is refused")
  func unmerged() throws {
    let tree = try GitWorkTree(files: [Self.path: StagedTexts.right])
    _ = try tree.sh("git checkout -qb 另一边")
    try tree.write(StagedTexts.right.replacing("- 同意: 7", with: "- 同意: 6"), to: Self.path)
    _ = try tree.sh("git commit -qam x; git checkout -q main")
    try tree.write(StagedTexts.right.replacing("- 同意: 7", with: "- 同意: 5"), to: Self.path)
    _ = try tree.sh("git commit -qam x; git merge -q 另一边")
    let answer = tree.run("check", "--staged")
    #expect(answer.status == 2 && answer.errors.contains("的合并还没有完"), "\(answer.errors)")
    let words = tree.run("check", "--staged", "M-2025-008")
    #expect(words.status == 2)
  }
}
