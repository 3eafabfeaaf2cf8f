import Foundation
import HallCommands
import HallHistory
import TestSupport
import HallWords
import Testing
@testable import HallGit

/// A year of the sample as git commits, one revision each, and what a reviewer reads of it.
@Suite("A year is reviewed", .needs(.git))
struct ReviewTests {
  @Test(
    "a review says the same to the letter",
    arguments: Repository.names(in: "Tests/Golden/reviews").filter { $0.hasSuffix(".txt") })
  func replays(name: String) throws {
    let year = try Year()
    let path = "Tests/Golden/reviews/\(name)"
    let replayed = Transcript(text: try Repository.text(path))
      .replayed(in: year.folder, programs: Year.Git())
    try Golden.expect(replayed, matches: path)
  }

  @Test("a review in Markdown is the same to the letter", arguments: ["zh", "en"])
  func markdown(language: String) throws {
    let year = try Year()
    let words = ["review", "year~60", "main", "--format", "md", "--lang", language]
    try Golden.expect(year.run(words).output, matches: "Tests/Golden/reviews/\(language).md")
  }

  @Test(
    "any two states can be compared, either way round, and the answer keeps to its schema",
    .needs(.jsonschema))
  func anyTwo() throws {
    let year = try Year()
    let commits = try year.git(["rev-list", "main"]).split(separator: "\n").map(String.init)
    #expect(commits.count > 200)
    var texts: [String] = []
    for index in stride(from: 0, to: commits.count - 60, by: 60) {
      for pair in [[commits[index + 57], commits[index]], [commits[index], commits[index + 57]]] {
        let answer = year.run(["review"] + pair + ["--json"])
        #expect(answer.status == 0, "\(pair) \(answer.errors)")
        texts.append(answer.output)
      }
    }
    texts.append(year.run(["review", "--by", "李四", "--json"]).output)
    texts.append(year.run(["review", "year", "--json"]).output)
    try SchemaTests.expect(texts, haveShape: "review")
  }
}

/// The sample's histories as commits, and three more: a vote amended so that it turns, a rule
/// changed so that others do, and a posting cut short.
private final class Year {
  let folder: URL

  /// git, away from this machine's settings.
  struct Git: Programs {
    func run(_ call: ProgramCall) -> ProgramResult? {
      var call = call
      let plain: [String: String?] = [
        "HOME": "/nowhere", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
      ]
      call.environment = plain.merging(call.environment) { $1 }
      return SystemPrograms().run(call)
    }
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "year-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try git(["init", "-q", "-b", "main"])
    try git(["fast-import", "--quiet"], input: try Year.stream())
    try git(["reset", "-q", "--hard", "main"])
    try git(["tag", "year"])
    try amend(
      "agendas/M-2025-006.md", "同意: 冯丽华、孙晓梅、宋玉兰、陈晨、共 4人\n- 反对: 梁启明、共 1人",
      "同意: 冯丽华、孙晓梅、宋玉兰、共 3人\n- 反对: 梁启明、陈晨、共 2人", why: "陈晨的票记错了：是反对", at: "2025-12-02T09:00:00+08:00"
    )
    try git(["tag", "amended"])
    try amend(
      "hall.md", "- 未表态: 随多数", "- 未表态: 不计", why: "未表态不再计入多数", at: "2025-12-03T09:00:00+08:00")
    try git(["tag", "rule"])
    try amend(
      "agendas/M-2025-008.md", "公示: 2025-09-26 至 2025-10-11", "公示: 2025-09-26 至 2025-10-03",
      why: "公示提前结束", at: "2025-12-04T09:00:00+08:00")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func amend(_ path: String, _ old: String, _ new: String, why: String, at: String) throws {
    let file = folder.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains(old), "\(path)")
    try Data(text.replacing(old, with: new).utf8).write(to: file)
    let recorded = run(["record", "-m", why, "--by", "王五"], at: Year.seconds(at))
    #expect(recorded.status == 0, "\(recorded.errors)")
    try git(["add", "-A", "--", "agendas", "hall.md", "history"])
    let who = ["NAME": "王五", "EMAIL": "w@example.org", "DATE": at]
    var environment: [String: String?] = [:]
    for (key, value) in who {
      environment["GIT_AUTHOR_" + key] = value
      environment["GIT_COMMITTER_" + key] = value
    }
    try git(["commit", "-q", "-m", why], environment: environment)
  }

  @discardableResult
  func git(
    _ words: [String], input: [UInt8] = [], environment: [String: String?] = [:]
  ) throws -> String {
    let call = ProgramCall(
      ["git", "-C", folder.path(percentEncoded: false)] + words, input: input,
      environment: environment)
    let result = try #require(Git().run(call))
    #expect(result.isDone, "git \(words): \(result.errorText)")
    return result.text
  }

  func run(_ words: [String], at now: Int? = nil) -> Answer {
    var context = Repository.context(in: folder)
    context.programs = Git()
    if let now { context.now = now }
    return CommandTable.answer(words, in: context)
  }

  private static func seconds(_ time: String) -> Int {
    ISO8601DateFormatter().date(from: time).map { Int($0.timeIntervalSince1970) } ?? 0
  }

  /// The revisions of all histories in the order of their time, for `git fast-import`.
  private static func stream() throws -> [UInt8] {
    let sample = "samples/xingannanlu/history/"
    var steps: [(time: Int, name: String, revision: Revision, ledger: Ledger)] = []
    for file in Repository.names(in: sample) {
      let name = String(file.dropLast(3))
      let folder = name == "hall" ? "" : name.hasPrefix("Q") ? "matters/" : "agendas/"
      let bytes = try Data(contentsOf: Repository.root.appending(path: sample + file))
      let ledger = Ledger([UInt8](bytes), of: folder + file)
      steps += ledger.revisions.map { (seconds($0.at), name, $0, ledger) }
    }
    steps.sort { ($0.time, $0.name, $0.revision.number) < ($1.time, $1.name, $1.revision.number) }
    var stream: [UInt8] = []
    func say(_ text: String) { stream += Array(text.utf8) }
    func data(_ bytes: [UInt8]) {
      say("data \(bytes.count)\n")
      stream += bytes + [UInt8(ascii: "\n")]
    }
    for (time, name, revision, ledger) in steps {
      say("commit refs/heads/main\n")
      say("committer \(revision.by) <x@example.org> \(time) +0800\n")
      data(Array("\(name) \(revision.number) \(revision.why)".utf8))
      say("M 100644 inline history/\(name).md\n")
      data(Array(ledger.bytes[..<revision.range.upperBound]))
      say("M 100644 inline \(ledger.path)\n")
      data(try ledger.text(after: revision.number))
      say("\n")
    }
    return stream
  }
}
