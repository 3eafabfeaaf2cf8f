import Foundation
import HallCommands
import HallHistory
import TestSupport
import Testing
@testable import HallGit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a clone, a copied folder or an archive brings is data: nothing in it is obeyed.
@Suite("Halls that somebody else has made", .needs(.git))
struct HostileCloneTests {
  private func note(_ path: String) -> String {
    let line = "- \(path)\n"
    return line + "sha256:" + SHA256.hex(of: Array(line.utf8)) + "\n"
  }

  private func shared() throws -> SharedHall {
    try SharedHall(["agendas/M-2025-008.md": ShareCommandTests.minutes])
  }

  @Test("a note in .hall that a collaborator has pushed is rejected and installs no hook")
  func pushedNote() throws {
    let shared = try shared()
    try shared.write("#!/bin/sh\n", to: ".hall/pending.0", of: "甲")
    try shared.write(note(".git/hooks/post-commit"), to: ".hall/pending", of: "甲")
    shared.git(of: "甲", "add", "--force", ".hall")
    shared.git(of: "甲", "commit", "--quiet", "-m", "更多纪要")
    shared.git(of: "甲", "push", "--quiet", "origin", "main")
    let answer = shared.share("乙")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("「.hall/"))
    #expect(answer.errors.contains("git rm -r --cached .hall"))
    // Also after a plain git pull.
    shared.git(of: "乙", "pull", "--quiet")
    #expect(shared.text(".hall/pending", of: "乙") != "")
    for words in [["matter", "add", "测试"], ["share"], ["record"], ["undo"]] {
      let answer = shared.run("乙", words)
      #expect(answer.status == 2, "\(words)")
      #expect(answer.errors.contains("进了 git"), "\(words)")
    }
    #expect(shared.text(".git/hooks/post-commit", of: "乙") == "")
    // The remedy from the message works.
    shared.git(of: "乙", "rm", "-r", "-f", "--quiet", ".hall")
    #expect(shared.run("乙", ["matter", "add", "测试"]).status == 0)
  }

  @Test("a note whose path goes through a link creates no file behind the link")
  func linkedNote() throws {
    let hall = try TestHall([
      ".hall/pending.0": "ssh-ed25519 AAAA\n", ".hall/pending": note("x/authorized_keys"),
      "elsewhere/x": "",
    ])
    let root = hall.folder.path(percentEncoded: false)
    try FileManager.default.createSymbolicLink(
      atPath: root + "/x", withDestinationPath: "elsewhere")
    let answer = CommandTable.answer(
      ["matter", "add", "测试"], in: hall.context(environment: ["HALL_AUTHOR": "王五"]))
    #expect(answer.status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: root + "/elsewhere") == ["x"])
  }

  @Test(
    "a folder of documents that is a link out of the hall is refused and not written to",
    arguments: [
      ("agendas", ["new", "会", "--on", "2025-12-05"]), ("matters", ["matter", "add", "测试"]),
    ])
  func linkedFolder(name: String, words: [String]) throws {
    let hall = try TestHall(["agendas/M-2025-001.md": "---\n会议: M-2025-001\n---\n"])
    let root = hall.folder.path(percentEncoded: false)
    let outside = FileManager.default.temporaryDirectory.path + "/outside-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: outside) }
    try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
    try? FileManager.default.removeItem(atPath: root + "/" + name)
    try FileManager.default.createSymbolicLink(
      atPath: root + "/" + name, withDestinationPath: outside)
    let answer = CommandTable.answer(
      words, in: hall.context(environment: ["HALL_AUTHOR": "王五"]))
    #expect(answer.status == 2)
    #expect(answer.errors.contains("链接"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside) == [])
  }

  @Test("a link that a collaborator has pushed in place of a document is rejected")
  func pushedLink() throws {
    let shared = try shared()
    let root = shared.path("甲")
    try FileManager.default.createDirectory(
      atPath: root + "/matters", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: root + "/matters/Q-2025-001.md", withDestinationPath: "/etc/hostname")
    shared.git(of: "甲", "add", "matters")
    shared.git(of: "甲", "commit", "--quiet", "-m", "问题")
    shared.git(of: "甲", "push", "--quiet", "origin", "main")
    let answer = shared.share("乙")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("「matters/Q-2025-001.md」是链接"))
  }

  /// A clone whose own settings name a program that creates the file `mark`.
  private func marked(_ settings: [(String, String)]) throws -> (SharedHall, mark: String) {
    let shared = try shared()
    let mark = shared.path("mark")
    let program = shared.path("program")
    try Data("#!/bin/sh\ntouch '\(mark)'\ncat\n".utf8).write(to: URL(filePath: program))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    for (key, value) in settings {
      shared.git(of: "乙", "config", key, value.replacing("PROGRAM", with: program))
    }
    try shared.write("*.md filter=x diff=x\n", to: ".gitattributes", of: "乙")
    try shared.edit("agendas/M-2025-008.md", of: "乙", "66户", "67户")
    return (shared, mark)
  }

  private static let programSettings: [[(String, String)]] = [
    [("core.fsmonitor", "PROGRAM")], [("core.sshCommand", "PROGRAM")],
    [("filter.x.clean", "PROGRAM"), ("filter.x.required", "true")],
    [("filter.x.process", "PROGRAM")], [("diff.external", "PROGRAM")],
    [("diff.x.textconv", "PROGRAM")], [("diff.x.command", "PROGRAM")],
    [("gpg.program", "PROGRAM"), ("commit.gpgSign", "true"), ("log.showSignature", "true")],
    [("credential.helper", "!PROGRAM")], [("remote.origin.uploadpack", "PROGRAM")],
    [("core.hooksPath", "hooks"), ("merge.x.driver", "PROGRAM")],
  ]

  @Test("no program from a repository's own settings is run", arguments: programSettings.indices)
  func ownSettings(index: Int) throws {
    let settings = Self.programSettings[index]
    let (shared, mark) = try marked(settings)
    for words in [["review"], ["verify"], ["check"], ["check", "--staged"], ["share"]] {
      let answer = shared.run("乙", words)
      #expect(!FileManager.default.fileExists(atPath: mark), "\(words) \(settings[0].0)")
      let isHarmless = settings[0].0.hasPrefix("diff.") || settings[0].0 == "core.fsmonitor"
      if words == ["share"], !isHarmless {
        #expect(answer.status == 2 && answer.errors.contains("git config --local --unset-all"))
      }
    }
  }

  @Test("a repository is trusted only by the user's own settings")
  func trusted() throws {
    let (shared, mark) = try marked([("filter.x.clean", "PROGRAM")])
    shared.git(of: "乙", "config", "hall.trusted", "*")
    #expect(shared.share("乙").status == 2, "the repository does not speak for itself")
    let own = shared.path("own")
    let text = "[hall]\n\ttrusted = \(shared.path("乙"))\n"
    try Data(text.utf8).write(to: URL(filePath: own))
    var context = CommandContext(
      environment: ["HALL_AUTHOR": "乙"], workingDirectory: shared.path("乙"), now: 1_764_550_900,
      machineOffset: 0, isTerminal: false, columns: 80)
    context.programs = Settled(path: own)
    #expect(CommandTable.answer(["share"], in: context).status == 0)
    #expect(FileManager.default.fileExists(atPath: mark))
  }

  /// The installed programs, with one file as the user's own settings.
  private struct Settled: Programs {
    let path: String
    func run(_ call: ProgramCall) -> ProgramResult? {
      var call = call
      call.environment["GIT_CONFIG_GLOBAL"] = .some(path)
      return HermeticPrograms().run(call)
    }
  }

  @Test("a named pipe in place of one of git's files does not block")
  func pipes() throws {
    for name in [".gitattributes", "history/.gitattributes", ".git/info/attributes"] {
      let shared = try shared()
      try? FileManager.default.removeItem(atPath: shared.path("乙") + "/" + name)
      try #require(mkfifo(shared.path("乙") + "/" + name, 0o600) == 0)
      let answer = shared.run("乙", ["review"])
      #expect(answer.status == 2 && answer.errors.contains(name))
      #expect(shared.run("乙", ["verify"]).status == 0)
    }
  }
}
