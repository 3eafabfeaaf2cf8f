import Foundation
import HallCommands
import TestSupport
import Testing

/// What `git-setup` adds to the files of other tools so that they leave the histories alone.
@Suite("Lines for other tools", .needs(.git))
struct MarkedLinesTests {
  private static let exclude = "exclude: ^(.*/)?(history|signatures)/\n"

  @Test(
    "editors and formatters are told about the histories, and undo restores every byte",
    arguments: ["", "厅/"], [nil, "", "root = true\n[*]\ntrim_trailing_whitespace = true"])
  func editors(folder: String, config: String?) throws {
    let tree = try GitWorkTree(folder)
    if let config { try tree.write(config, to: ".editorconfig") }
    try Data("node_modules".utf8).write(to: tree.top.appending(path: ".prettierignore"))
    let before = try tree.everything()
    #expect(tree.run("git-setup").status == 0)
    let lines = tree.text(".editorconfig") ?? ""
    #expect(lines.hasPrefix(config ?? ""))
    #expect(lines.contains("\n[{history,signatures}/**]\n"))
    #expect(lines.contains("\ninsert_final_newline = unset\n"))
    #expect(lines.contains("\ntrim_trailing_whitespace = false\n"))
    let ignored = try String(
      contentsOf: tree.top.appending(path: ".prettierignore"), encoding: .utf8)
    #expect(ignored.hasPrefix("node_modules\n# >>>") && ignored.contains("\n**/history/M-*.md\n"))
    #expect(tree.run("git-setup", "--undo").status == 0)
    #expect(try tree.everything() == before)
  }

  @Test(
    "pre-commit is told to exclude the histories if its settings exclude nothing",
    arguments: [
      "repos:\n- repo: local\n", "repos: []",
      "---\n# exclude: x\nrepos:\n- hooks:\n  - exclude: x\n",
      "repos:\n- repo: |\n    exclude: x\n",
    ])
  func preCommit(config: String) throws {
    let tree = try GitWorkTree("厅/")
    let file = tree.top.appending(path: ".pre-commit-config.yaml")
    try Data(config.utf8).write(to: file)
    let before = try tree.everything()
    #expect(tree.run("git-setup").status == 0)
    let after = try String(contentsOf: file, encoding: .utf8)
    #expect(after.hasPrefix(config) && after.contains("\n" + Self.exclude), "\(after)")
    #expect(tree.run("git-setup").output.hasPrefix("已经接好"))
    #expect(tree.run("git-setup", "--undo").status == 0)
    #expect(try tree.everything() == before)
  }

  @Test(
    "pre-commit settings that cannot be extended stay, and the line to add is shown",
    arguments: [
      "exclude: ^docs/\nrepos: []\n", "repos: []\n'exclude': x\n", "{repos: []}\n",
      "repos: []\n---\nrepos: []\n", "repos: []\n...\n",
    ])
  func theirs(config: String) throws {
    let tree = try GitWorkTree()
    let file = tree.top.appending(path: ".pre-commit-config.yaml")
    try Data(config.utf8).write(to: file)
    let answer = tree.run("git-setup")
    #expect(answer.output.contains("「.pre-commit-config.yaml」没有动"), "\(answer.output)")
    #expect(answer.output.contains("\n    " + Self.exclude))
    #expect(try Data(contentsOf: file) == Data(config.utf8))
  }

  @Test(
    "settings that already exclude the histories are not mentioned")
  func quiet() throws {
    let tree = try GitWorkTree()
    let file = tree.top.appending(path: ".pre-commit-config.yaml")
    let config = Data("exclude: ^(docs|history)/\nrepos: []\n".utf8)
    try config.write(to: file)
    try tree.write("{ \"excludes\": [\"history/*\"] }", to: "dprint.json")
    #expect(!tree.run("git-setup").output.contains("没有动"))
    #expect(try Data(contentsOf: file) == config)
    try tree.write("{}", to: "biome.json")
    #expect(tree.run("git-setup").output.contains("「biome.json」没有动"))
  }

  @Test("undo also removes git's cache of the text conversion")
  func cache() throws {
    let tree = try GitWorkTree()
    let before = try tree.everything()
    #expect(tree.run("git-setup").status == 0)
    #expect(try tree.sh("git config diff.hall.cachetextconv") == "true\n")
    _ = try tree.sh("git notes --ref textconv/hall add -m x")
    #expect(tree.run("git-setup", "--undo").status == 0)
    #expect(try tree.sh("git for-each-ref refs/notes") == "")
    #expect(try tree.sh("cat .git/config; git status --short") == (try tree.sh("cat .git/config")))
    #expect(tree.text(".gitattributes") == nil && before[".gitattributes"] == nil)
  }
}
