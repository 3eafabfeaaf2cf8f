import Foundation
import HallCommands
import TestSupport
import Testing

/// Who reviews, since which commit, and that names of all kinds stay only names.
@Suite("A reviewer's bookmark", .needs(.git))
struct ReviewerTests {
  private static let matter = "---\n问题: Q-2025-001\n---\n\n# 漏雨\n"

  private func hall(below prefix: String = "") throws -> ReviewedHall {
    let hall = try ReviewedHall(["matters/Q-2025-001.md": Self.matter], below: prefix)
    try hall.commit()
    return hall
  }

  @Test("the next review starts where the reviewer's last one ended, for each reviewer")
  func done() throws {
    let hall = try hall()
    #expect(hall.run("review").output.contains("王五还没有看过这个议事厅"))
    let done = hall.run("review", "--done")
    #expect(done.output.hasPrefix("已记下：王五看到 "), "\(done.errors)")
    #expect(hall.run("review").output.contains("没有变化"))
    try hall.write(Self.matter.replacing("001", with: "002"), to: "matters/Q-2025-002.md")
    #expect(hall.run("review").output.contains("另有 1 份文件改了还没有提交"))
    try hall.commit()
    let next = hall.run("review").output
    #expect(next.contains("+ Q-2025-002 新增") && !next.contains("Q-2025-001"))
    #expect(hall.run("review", "--by", "李四").output.contains("李四还没有看过"))
  }

  @Test("reviewers with unusual names have their own bookmarks and are not taken for options")
  func names() throws {
    let hall = try hall()
    let names = [
      "-x", "--upload-pack=touch x", "a b", "A b", "a\"b'", "a\nb", "..", "a..b", "@{-1}", ".lock",
      "a.lock", "王五", "王五%", "%e7%8e%8b", "é", "e\u{301}", "*", "a/b", "a:b", "~^", "\\", "-",
      String(repeating: "长", count: 300), String(repeating: "长", count: 301), "refs/heads/main",
    ]
    for name in names {
      let first = hall.run("review", "--by=" + name)
      #expect(first.output.contains("还没有看过这个议事厅"), "\(name): \(first.errors)")
      #expect(hall.run("review", "--by=" + name, "--done").status == 0, "\(name)")
      #expect(hall.run("review", "--by=" + name).output.contains("没有变化"), "\(name)")
    }
    let refs = try FileManager.default.subpathsOfDirectory(
      atPath: hall.hall.folder.path(percentEncoded: false) + "/.git/refs/hall/reviewed")
    #expect(refs.count == names.count)
    #expect(refs.contains("王五"))
    // Also on a disk that does not distinguish upper and lower case.
    #expect(Set(refs.map { $0.lowercased() }).count == names.count)
    #expect(try hall.git("status", "--porcelain") == "")
    #expect(hall.run(["review"], by: nil).errors.contains("不知道是谁在看"))
  }

  @Test("branches with unusual names work, and other words are only refused")
  func revisions() throws {
    let hall = try hall()
    let start = try hall.git("rev-parse", "HEAD")
    let branches = ["分支", "a'b\"c", "a--output=x", "--upload-pack=touch", "-x"]
    for name in branches { try hall.git("update-ref", "refs/heads/" + name, start) }
    try hall.write(Self.matter.replacing("001", with: "002"), to: "matters/Q-2025-002.md")
    try hall.commit()
    for name in branches {
      let answer = hall.run("review", "--by", "王五", "--", name)
      #expect(answer.output.contains("+ Q-2025-002 新增"), "\(name): \(answer.errors)")
    }
    for word in [
      "--output=x", "-x", "--all", "没有", "a b", "a\nb", "HEAD\n", "", "^HEAD", "HEAD..", "--",
      "HEAD~9", "HEAD:hall.md",
    ] where !branches.contains(word) {
      let answer = hall.run("review", "--", word)
      #expect(answer.status == 2, "\(word)")
      #expect(answer.output == "", "\(word)")
      #expect(answer.errors.contains("git 里没有「"), "\(word): \(answer.errors)")
    }
    #expect(hall.run("review", "HEAD~1..HEAD").errors.contains("两个版本分开写"))
  }

  @Test("files and folders with unusual names are reviewed")
  func files() throws {
    let prefix = "-x --upload-pack=y/厅 \"a\"\n*/"
    let hall = try hall(below: prefix)
    try hall.hall.write(Data("x".utf8), to: "agendas/M-2025-001.md")
    let name = "matters/Q-2025-002 -x\"'\n甲*.md"
    try hall.write(Self.matter.replacing("001", with: "002"), to: name)
    try hall.write(Self.matter.replacing("问题: Q-2025-001\n", with: ""), to: "matters/Q-x\n# y.md")
    #expect(hall.run("review", "HEAD").output.contains("另有 2 份文件改了还没有提交"))
    try hall.commit()
    let answer = hall.run("review", "HEAD~1")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("+ Q-2025-002 新增「漏雨」"), "\(answer.output)")
    // A file without an identifier is named by its path; files outside the hall are left out.
    #expect(answer.output.contains("+ matters/Q-x␊# y.md 新增「漏雨」"))
    #expect(!answer.output.contains("M-2025-001"))
  }

  @Test("text from a file is never Markdown markup or a control character")
  func hostile() throws {
    let hall = try hall()
    let title = "@owner #12 `x` <b>&amp; [a](http://x.y) | **z** \u{1B}[31m :+1: www.evil.org"
    let text = "---\n问题: Q-2025-002\n---\n\n# \(title)\n\n## 进展\n\n- 2025-01-01 收集: @all\n"
    try hall.write(text, to: "matters/Q-2025-002.md")
    try hall.commit()
    let markdown = hall.run("review", "HEAD~1", "--format", "md").output
    #expect(
      markdown.contains(
        "「``@owner #12 `x` <b>&amp; [a](http://x.y) | **z** ␛[31m :+1: www.evil.org``」"),
      "\(markdown)")
    #expect(markdown.contains("### 问题\n\n- Q-2025-002 新增"))
    #expect(hall.run("review", "HEAD~1").output.contains("␛[31m"))
    for code in ["`", "``", "`a", "a`", " a", ""] {
      try hall.write(text.replacing(title, with: code), to: "matters/Q-2025-002.md")
      try hall.commit()
      #expect(hall.run("review", "HEAD~1", "--format", "md").status == 0)
    }
  }

  @Test("a review writes nothing, and at a terminal it asks before it sets the bookmark")
  func writesNothing() throws {
    let hall = try hall()
    try hall.write(Self.matter + "\n又\n", to: "matters/Q-2025-001.md")
    let before = try hall.everything()
    for words in [
      ["review"], ["review", "HEAD"], ["review", "HEAD", "HEAD", "--json"],
      ["review", "--format", "md"],
    ] {
      #expect(hall.run(words).status == 0)
      #expect(hall.run(words, terminal: []).status == 0)
    }
    #expect(hall.run(["review"], terminal: ["否"]).output == "")
    #expect(hall.run(["review", "--no-input"], terminal: ["是"]).output.contains("hall 审阅 --看完"))
    #expect(try hall.everything() == before)
    #expect(hall.run(["review"], terminal: ["是"]).output.hasPrefix("已记下：王五看到"))
    #expect(hall.run("review").output.contains("没有变化"))
  }

  @Test("without a repository or a commit, review says what to do")
  func noRepository() throws {
    let hall = try ReviewedHall(["matters/Q-2025-001.md": Self.matter])
    let empty = hall.run("review")
    #expect(empty.status == 2)
    #expect(empty.errors.contains("还没有提交过"))
    try FileManager.default.removeItem(at: hall.hall.folder.appending(path: ".git"))
    let none = hall.run("review")
    #expect(none.status == 2)
    #expect(none.errors.contains("这个议事厅不在 git 里"))
    #expect(hall.hall.run("review", "--by", "王五").errors.contains("这台电脑上没有 git"))
  }

  @Test("several halls are reviewed in one call, and a hall that cannot be is named")
  func several() throws {
    let (first, second) = (try hall(), try hall(below: "厅/"))
    let paths = [
      first.hall.folder.path(percentEncoded: false),
      second.hall.folder.path(percentEncoded: false) + "/厅",
    ]
    let both = first.run("review", "--hall", paths[0], "--hall", paths[1])
    #expect(both.status == 0, "\(both.errors)")
    #expect(both.output.components(separatedBy: "+ Q-2025-001 新增").count == 3)
    try FileManager.default.removeItem(at: first.hall.folder.appending(path: ".git"))
    let one = second.run("review", "--hall", paths[0], "--hall", paths[1])
    #expect(one.status == 2)
    #expect(one.errors.contains("不在 git 里"))
    #expect(one.output.contains("+ Q-2025-001 新增"))
  }
}
