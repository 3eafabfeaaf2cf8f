import Foundation
import TestSupport
import Testing

/// The pages that somebody reads and types after: README and docs. What they show is what happens.
@Suite("The commands on the pages")
struct ReadersPagesTests {
  static let docs = ((try? Repository.files(below: "docs")) ?? [])
    .filter { $0.hasSuffix(".md") }.sorted()

  static let pages =
    Repository.names(in: ".")
    .filter { $0.hasPrefix("README") && $0.hasSuffix(".md") } + docs

  /// What the calls of a page need beside `hall`.
  private static let tools: [String: [Tool]] = [
    "README.md": [.bash], "README.zh.md": [.bash],
    "docs/scale.md": [.bash, .jq, .builtProgram],
    "docs/security.md": [.bash, .git],
    "docs/walks.md": [.bash],
    "docs/committee.md": [.bash, .git, .sshKeygen, .builtProgram],
    "docs/scripts.md": [.bash, .git, .jq, .tar, .builtProgram],
    "docs/secretary.zh.md": [.bash, .git, .tar],
  ]

  /// How many blocks of a page cannot be run in a test; each says why.
  private static let unrun = ["docs/performance.md": 1, "docs/security.md": 1]

  @Test("what a page shows is what comes of it, in order, from a clean folder", arguments: pages)
  func replays(path: String) throws {
    let page = try MarkdownPage(path)
    guard page.blocks.contains(where: ReplayedPage.isReplayed) else { return }
    guard try Tool.areHere(Self.tools[path, default: []]) else { return }
    try Golden.expect(try ReplayedPage(page: page).replayed(), matches: path)
  }

  /// What is shown and not done. What is in `sql` is done by `scripts/scale`.
  private static let shown = ["text", "markdown", "diff", "sql", "python", "csv", "crontab", "sh"]

  /// What a line begins with that somebody types.
  private static let programs = [
    "$", "hall", "git", "swift", "make", "scripts/", "sudo", "apt", "curl", "cd", "cp", "export",
    "python3", "jq", "ssh-keygen", "sh", "bash", "tar", "docker", "0 ",
  ]

  @Test("a command stands where it is run: in a block of the console", arguments: pages)
  func places(path: String) throws {
    let page = try MarkdownPage(path)
    for block in page.blocks where block.language != "console" && block.file == nil {
      #expect(Self.shown.contains(block.language), "\(path): a block of '\(block.info)'")
      let typed = page.lines[block.lines].filter { $0.hasPrefix("$ ") }
      #expect(typed.isEmpty, "\(path): write 'console' above \(typed)")
      #expect(block.language != "sh", "\(path): write 'console', or the name of the file")
    }
    // Four blanks after an empty line begin a block as well.
    var isAfterEmpty = true
    for (_, line) in page.prose {
      let isTyped = Self.programs.contains {
        let text = line.drop { $0 == " " }
        return text.hasPrefix($0) && ($0.hasSuffix("/") || text.dropFirst($0.count).first == " ")
      }
      if isAfterEmpty, line.hasPrefix("    "), isTyped {
        Issue.record("\(path): write a block of the console for \(line)")
      }
      // The calls of a block that is not at the margin would not be run.
      #expect(
        !line.trimmingCharacters(in: .whitespaces).hasPrefix("```console"), "\(path): \(line)")
      isAfterEmpty = line.isEmpty
    }
  }

  @Test("a block that is not run says why, and they are few", arguments: pages)
  func unrun(path: String) throws {
    let reasons = ReplayedPage.unrunReasons(of: try MarkdownPage(path))
    #expect(reasons.count == Self.unrun[path, default: 0], "\(reasons)")
    #expect(reasons.allSatisfy { $0.count > 10 })
  }
}
