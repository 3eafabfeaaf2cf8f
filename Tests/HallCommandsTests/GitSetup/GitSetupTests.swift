import Foundation
import HallCommands
import TestSupport
import Testing

/// `hall git-setup` with real git: what it sets, what it leaves, and what it takes back.
@Suite("git-setup", .needs(.git))
struct GitSetupTests {
  static let folders = ["", "./-x 社'区/", "--upload-pack=touch $(x)/厅\"/"]
  private static let settings =
    "git config --local --list | grep -E '^(merge|diff|hall|core.quote)'"

  @Test(
    "a second git-setup changes nothing, and undo restores every byte",
    arguments: folders, [nil, "", "*.md -text\n", "*.md -text", "# 注\r\n*.pdf binary"])
  func undo(folder: String, attributes: String?) throws {
    for name in GitWorkTree.names {
      let tree = try GitWorkTree(folder, named: name)
      if let attributes { try tree.write(attributes, to: ".gitattributes") }
      let before = try tree.everything()
      let done = tree.run("git-setup")
      #expect(done.status == 0 && done.output.hasPrefix("接好了\n"), "\(done.errors)")
      let after = try tree.everything()
      #expect(after != before)
      #expect(tree.text(".gitattributes")?.hasPrefix(attributes ?? "") == true)
      let again = tree.run("git-setup")
      #expect(again.output.hasPrefix("已经接好，没有要改的\n"), "\(again.output)")
      #expect(try tree.everything() == after)
      let taken = tree.run("git-setup", "--undo")
      #expect(taken.status == 0 && taken.output.hasPrefix("已经取走\n"), "\(taken.errors)")
      let left = try tree.everything()
      #expect(left.keys.sorted() == before.keys.sorted())
      for (path, bytes) in before { #expect(left[path] == bytes, "\(path)") }
      #expect(tree.run("git-setup", "--undo").output == "没有接过，没有可取走的\n")
    }
  }

  @Test("the drivers apply to the files of the hall and to no others")
  func attributes() throws {
    let tree = try GitWorkTree("./-x 社'区/")
    #expect(tree.run("git-setup").status == 0)
    let paths = [
      "hall.md", "agendas/M-2025-001.md", "matters/Q-2025-001 漏雨.md", "history/hall.md",
      "agendas/templates/M-x.md", "agendas/x.md", "private/roster.md", "x/hall.md",
    ]
    let words = paths.map { "'\($0)'" }.joined(separator: " ")
    let said = try tree.sh("git check-attr merge diff text -- \(words)", in: tree.hall)
    for path in paths.prefix(4) {
      #expect(said.contains("\(path): merge: hall\n"))
      #expect(said.contains("\(path): diff: hall\n"))
      #expect(said.contains("\(path): text: unset\n"))
    }
    for path in paths.dropFirst(4) { #expect(said.contains("\(path): merge: unspecified\n")) }
  }

  @Test("after the program has moved, git-setup replaces its old path everywhere")
  func moved() throws {
    let tree = try GitWorkTree()
    #expect(tree.run("git-setup", program: "/opt/a b'%P/hall").status == 0)
    let first = try tree.sh(Self.settings)
    #expect(
      first.contains(
        "then '/opt/a b'\\''%%P/hall' merge-file -- %O %A %B %L %P; else git merge-file "))
    #expect(first.contains("then '/opt/a b'\\''%P/hall' textconv -- \"$1\"; else cat "))
    #expect(tree.run("git-setup", program: "/usr/bin/hall").output.hasPrefix("接好了"))
    let second = try tree.sh(Self.settings + "; cat .git/hooks/pre-commit")
    #expect(second.contains("then /usr/bin/hall merge-file -- %O %A %B %L %P; "))
    #expect(second.contains("hall='/usr/bin/hall'"))
    #expect(!second.contains("/opt/"))
  }

  @Test("if the program is missing, git falls back to its own diff and merge")
  func gone() throws {
    let path = "agendas/M-2025-008.md"
    let tree = try GitWorkTree("./-x 社'区/", files: [path: StagedTexts.right])
    #expect(tree.run("git-setup", program: "/nonexistent/a b'%P/hall").status == 0)
    _ = try tree.sh("git add -A; git commit -qm x; git checkout -qb 另一边", in: tree.hall)
    func commit(_ old: String, _ new: String) throws -> String {
      try tree.write(StagedTexts.right.replacing(old, with: new), to: path)
      return try tree.sh("git diff; git commit -qam x")
    }
    #expect(try commit("- 同意: 7", "- 同意: 6").contains("\n-- 同意: 7\n+- 同意: 6\n"))
    _ = try tree.sh("git checkout -q main")
    _ = try commit("状态: 已召开", "状态: 已确认")
    #expect(try tree.sh("git merge -q 另一边; echo \"= $?\"").hasSuffix("= 0\n"))
    #expect(tree.text(path)?.contains("状态: 已确认") == true)
    #expect(tree.text(path)?.contains("- 同意: 6") == true)
    _ = try tree.sh("git reset -q --hard HEAD~1")
    _ = try commit("- 同意: 7", "- 同意: 5")
    #expect(try tree.sh("git merge -q 另一边; echo $?").hasSuffix("1\n"))
    let left = try #require(tree.text(path))
    #expect(left.contains("<<<<<<<") && left.contains("- 同意: 6") && left.contains("- 同意: 5"))
  }

  @Test("settings that somebody else has made stay, also after undo")
  func theirs() throws {
    let tree = try GitWorkTree()
    _ = try tree.sh("git config merge.hall.driver 'mine %A'; git config core.quotePath true")
    let before = try tree.sh("cat .git/config")
    let answer = tree.run("git-setup")
    #expect(answer.output.contains("git 设置里的 merge.hall.driver 是别人写的，没有动"))
    #expect(answer.output.contains("core.quotePath 已经另有设置，没有动"))
    let set = try tree.sh(Self.settings)
    #expect(set.contains("merge.hall.driver=mine %A\n") && set.contains("core.quotepath=true\n"))
    #expect(tree.run("git-setup", "--undo").status == 0)
    #expect(try tree.sh("cat .git/config") == before)
    // A setting that already had the right value is not removed.
    _ = try tree.sh("git config --unset merge.hall.driver; git config core.quotePath false")
    let plain = try tree.sh("cat .git/config")
    #expect(tree.run("git-setup").status == 0)
    #expect(tree.run("git-setup", "--undo").status == 0)
    #expect(try tree.sh("cat .git/config") == plain)
  }

  @Test(
    "somebody else's hook stays, and the line to add is shown",
    arguments: ["#!/bin/sh\nexit 0\n", "", "\u{FF}", "#!/bin/sh\n# hall git-setup 0\n"])
  func foreignHook(text: String) throws {
    let tree = try GitWorkTree()
    let hook = tree.top.appending(path: ".git/hooks/pre-commit")
    try Data(text.utf8).write(to: hook)
    let line = "    /opt/hall check --staged --quiet || exit 1\n"
    for _ in 0...1 {
      let answer = tree.run("git-setup")
      #expect(answer.output.contains("是别人写的，没有动") && answer.output.contains(line))
      #expect(try Data(contentsOf: hook) == Data(text.utf8))
    }
    #expect(tree.run("git-setup", "--undo").status == 0)
    #expect(try Data(contentsOf: hook) == Data(text.utf8))
    // Once the hook has the line, nothing is shown.
    try Data("#!/bin/sh\n\(line)".utf8).write(to: hook)
    #expect(!tree.run("git-setup").output.contains("加一行"))
  }

  @Test("a hook of ours that somebody has changed stays, and a link is never followed")
  func changedHook() throws {
    let tree = try GitWorkTree()
    #expect(tree.run("git-setup").status == 0)
    let hook = tree.top.appending(path: ".git/hooks/pre-commit")
    let changed = try Data(contentsOf: hook) + Data("echo mine\n".utf8)
    try changed.write(to: hook)
    #expect(tree.run("git-setup", program: "/usr/bin/hall").output.contains("是别人写的"))
    #expect(tree.run("git-setup", "--undo").status == 0)
    #expect(try Data(contentsOf: hook) == changed)
    _ = try tree.sh("mv .git/hooks/pre-commit shared; ln -s ../../shared .git/hooks/pre-commit")
    #expect(tree.run("git-setup").output.contains("是别人写的"))
    #expect(try Data(contentsOf: tree.top.appending(path: "shared")) == changed)
  }

  @Test("core.hooksPath is used, but a folder outside the repository is left alone")
  func hooksPath() throws {
    let tree = try GitWorkTree("厅/")
    _ = try tree.sh("git config core.hooksPath 'my hooks'")
    #expect(tree.run("git-setup").status == 0)
    #expect(
      try tree.sh("ls 'my hooks' .git/hooks | grep -v sample")
        == ".git/hooks:\n\nmy hooks:\npre-commit\n")
    #expect(tree.run("git-setup", "--undo").status == 0)
    for path in ["../shared", tree.base.path(percentEncoded: false) + "/shared"] {
      _ = try tree.sh("git config core.hooksPath '\(path)'")
      let answer = tree.run("git-setup")
      #expect(answer.output.contains("是这个仓库以外的文件夹，没有动"), "\(answer.output)")
      #expect(try tree.sh("ls ..") == "repo\n")
    }
  }

  @Test("two halls in one repository keep the shared setup until the last one is undone")
  func twoHalls() throws {
    let tree = try GitWorkTree("甲/")
    let other = tree.top.appending(path: "乙")
    try FileManager.default.copyItem(at: tree.hall, to: other)
    let before = try tree.everything()
    #expect(tree.run("git-setup").status == 0)
    let first = try tree.everything()
    #expect(tree.run("git-setup", in: other).output.hasPrefix("接好了"))
    let taken = tree.run("git-setup", "--undo", in: other)
    #expect(taken.output.contains("这个仓库里还有别的议事厅在用（甲），公用的都留着"))
    #expect(try tree.everything() == first)
    #expect(tree.run("git-setup", "--undo").status == 0)
    #expect(try tree.everything() == before)
  }

  @Test("a dry run shows what would change and changes nothing")
  func dryRun() throws {
    let tree = try GitWorkTree("./-x/")
    let before = try tree.everything()
    let answer = tree.run("git-setup", "--workflow", "github", "-n")
    for text in [
      "git config core.quotePath false\n", "+++ b/-x/.gitattributes\n", "+hall='/opt/hall'\n",
      "+++ b/.github/workflows/hall.yml\n", "git config --add hall.folder ./-x/\n",
    ] {
      #expect(answer.output.contains(text), "\(text)")
    }
    #expect(try tree.everything() == before)
    #expect(tree.run("git-setup").status == 0)
    let after = try tree.everything()
    #expect(tree.run("git-setup", "--undo", "-n").output.contains("git config --unset"))
    #expect(try tree.everything() == after)
  }

  @Test("git-setup is refused without git, without a repository or with invalid arguments")
  func refusals() throws {
    let tree = try GitWorkTree()
    let hall = try TestHall([:])
    #expect(hall.run("git-setup").errors.contains("这台电脑上没有 git"))
    let answer = CommandTable.answer(
      ["git-setup"], in: tree.context(in: hall.folder))
    #expect(answer.status == 2 && answer.errors.contains("不在 git 仓库里"), "\(answer.errors)")
    let before = try tree.everything()
    for words in [["--workflow", "githab"], ["--undo", "--workflow", "github"], ["x"]] {
      #expect(CommandTable.answer(["git-setup"] + words, in: tree.context()).status == 2)
    }
    #expect(try tree.everything() == before)
  }
}
