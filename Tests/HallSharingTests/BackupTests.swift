import Foundation
import HallGit
import HallHistory
import HallStore
import HallSyntax
import HallWords
import TestSupport
import Testing

@testable import HallSharing

@Suite("Backups, and halls made of them", .needs(.tar))
struct BackupTests {
  private static let files = [
    "hall.md": "---\n议事厅: 试厅\n语言: zh\n---\n\n# 试厅\n",
    "agendas/M-2025-001.md": "---\n会议: M-2025-001\n---\n\n# 会\n",
    "matters/Q-2025-001.md": "---\n问题: Q-2025-001\n---\n\n# 灯\n",
    "照片/-rf *\n'.jpg": "photo", ".hall/drafts/M-2025-001.md": "草稿", ".hall/steps": "step",
  ]
  private let place: TestFolder

  init() throws {
    place = try TestFolder(
      Dictionary(uniqueKeysWithValues: Self.files.map { ("hall/" + $0, $1) }))
  }

  private var world: World {
    var world = World(
      environment: ProcessInfo.processInfo.environment, workingDirectory: place.path, now: 0,
      machineOffset: 0)
    world.programs = SystemPrograms()
    return world
  }

  private func hall(_ name: String = "hall") throws -> HallFolder {
    try HallFolder(at: name, from: place.path)
  }

  private func path(_ name: String) -> String { place.path + "/" + name }

  /// Every file below a folder with its text, and its mode if it is private.
  private func content(_ name: String) throws -> [String: String] {
    let folder = place.url.appending(path: name)
    let names = try FileManager.default.subpathsOfDirectory(atPath: path(name))
    var found: [String: String] = [:]
    for name in names {
      let file = folder.appending(path: name)
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      found[name] = text
    }
    return found
  }

  private func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
  }

  @Test(
    "what was backed up comes back as it was, private files for their owner only",
    arguments: ["b.tar", "b.tar.gz"])
  func round(file: String) throws {
    try place.write("## 名册\n", to: "hall/private/roster.md")
    try place.write("x", to: "hall/.git/config")
    let made = try Backup(of: hall(), in: world).write(to: path(file), shown: file)
    #expect(made.files.count == 6 && made.others.isEmpty && made.broken.isEmpty)
    #expect(try mode(file) == 0o600)
    let back = try BackupRestore(of: [(path(file), file)], in: world).write(
      to: path("new"), shown: "new")
    #expect(back.files.count == 6)
    var expected = Self.files
    expected[".hall/steps"] = nil
    expected["private/roster.md"] = "## 名册\n"
    #expect(try content("new") == expected)
    #expect(try mode("new/private/roster.md") == 0o600 && mode("new/private") == 0o700)
    #expect(try mode("new/hall.md") == 0o644 && mode("new") == 0o755)
    #expect(
      try Set(FileManager.default.contentsOfDirectory(atPath: place.path)) == ["hall", "new", file])
  }

  @Test("private files on a disk of their own are in it")
  func linkedPrivateFolder() throws {
    try place.write("## 名册\n", to: "disk/roster.md")
    try FileManager.default.createSymbolicLink(
      atPath: path("hall/private"), withDestinationPath: path("disk"))
    try FileManager.default.createSymbolicLink(
      atPath: path("hall/link"), withDestinationPath: "/etc/passwd")
    let made = try Backup(of: hall(), in: world).write(to: path("b.tar"), shown: "b.tar")
    #expect(made.files.contains("private/roster.md") && made.others == ["link"])
    _ = try BackupRestore(of: [(path("b.tar"), "b.tar")], in: world).write(
      to: path("new"), shown: "new")
    #expect(try content("new")["private/roster.md"] == "## 名册\n")
  }

  @Test(
    "a file that is there, a place within the hall and a machine without tar are refused, and nothing is left"
  )
  func refused() throws {
    try place.write("mine", to: "b.tar")
    for (target, programs, reason) in [
      ("b.tar", SystemPrograms() as any Programs, "已经有了"), ("hall/x.tar", SystemPrograms(), "放到外面"),
      ("nowhere/b.tar", SystemPrograms(), "写不了"), ("c.tar", NoPrograms(), "没有 tar"),
    ] {
      var world = world
      world.programs = programs
      let refusal = #expect(throws: Refusal.self) {
        try Backup(of: hall(), in: world).write(to: path(target), shown: target)
      }
      #expect(
        refusal?.message.zh.contains(reason) == true, "\(target): \(String(describing: refusal))")
    }
    #expect(
      try Set(FileManager.default.contentsOfDirectory(atPath: place.path)) == ["hall", "b.tar"])
    #expect(try content("hall").count == Self.files.count)
  }

  @Test(
    "an archive with anything that no backup has is refused, and so is one without a hall",
    arguments: [
      ("git", "「.git/config」"), ("link", "「link」"), ("pending", "「.hall/pending」"),
      ("none", "没有 hall.md"),
      ("text", "打不开"),
    ])
  func hostile(kind: String, reason: String) throws {
    try place.write("# 厅\n", to: "evil/" + (kind == "none" ? "other.md" : "hall.md"))
    switch kind {
    case "git": try place.write("x", to: "evil/.git/config")
    case "pending": try place.write("x", to: "evil/.hall/pending")
    case "link":
      try FileManager.default.createSymbolicLink(
        atPath: path("evil/link"), withDestinationPath: "/etc/passwd")
    default: break
    }
    if kind == "text" {
      try place.write("no archive", to: "evil.tar")
    } else {
      let made = SystemPrograms().run(
        ProgramCall(["tar", "-cf", path("evil.tar"), "-C", path("evil"), "."]))
      #expect(made?.isDone == true)
    }
    let refusal = #expect(throws: Refusal.self) {
      try BackupRestore(of: [(path("evil.tar"), "evil.tar")], in: world).write(
        to: path("new"), shown: "new")
    }
    #expect(refusal?.message.zh.contains(reason) == true, "\(String(describing: refusal))")
    #expect(
      try Set(FileManager.default.contentsOfDirectory(atPath: place.path)) == [
        "hall", "evil", "evil.tar",
      ])
  }

  @Test("a link in one archive of a hand-over is no way out for the next")
  func linkedHandOver() throws {
    try place.write("# 厅\n", to: "one/hall.md")
    try FileManager.default.createDirectory(
      atPath: path("outside"), withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: path("one/private"), withDestinationPath: path("outside"))
    try place.write("x", to: "two/private/pwned.md")
    for (name, folder) in [("hall.tar", "one"), ("private.tar", "two")] {
      let call = ["tar", "-cf", path(name), "-C", path(folder), "."]
      #expect(SystemPrograms().run(ProgramCall(call))?.isDone == true)
    }
    let archives = ["hall.tar", "private.tar"].map { (path($0), $0) }
    #expect(throws: Refusal.self) {
      try BackupRestore(of: archives, in: world).write(to: path("new"), shown: "new")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: path("outside")).isEmpty)
    #expect(!FileManager.default.fileExists(atPath: path("new")))
    // Nor does a second archive write anything but private files.
    try FileManager.default.removeItem(atPath: path("one/private"))
    try place.write("x", to: "two/hall.md")
    for (name, folder) in [("hall.tar", "one"), ("private.tar", "two")] {
      let call = ["tar", "-cf", path(name), "-C", path(folder), "."]
      #expect(SystemPrograms().run(ProgramCall(call))?.isDone == true)
    }
    let refusal = #expect(throws: Refusal.self) {
      try BackupRestore(of: archives, in: world).write(to: path("new"), shown: "new")
    }
    #expect(refusal?.message.zh.contains("不该有「hall.md」") == true)
  }

  @Test("private files on a disk that is not there stop a backup, and so does a place among them")
  func lostPrivateFolder() throws {
    try FileManager.default.createSymbolicLink(
      atPath: path("hall/private"), withDestinationPath: path("disk"))
    let lost = #expect(throws: Refusal.self) {
      try Backup(of: hall(), in: world).write(to: path("b.tar"), shown: "b.tar")
    }
    #expect(lost?.message.zh.contains("private 是链接") == true)
    try place.write("## 名册\n", to: "disk/roster.md")
    let within = #expect(throws: Refusal.self) {
      try Backup(of: hall(), in: world).write(to: path("disk/b.tar"), shown: "disk/b.tar")
    }
    #expect(within?.message.zh.contains("放到外面") == true)
  }

  @Test(
    "nothing is restored or handed over into a hall; a slash at the end and an empty folder are well"
  )
  func places() throws {
    _ = try Backup(of: hall(), in: world).write(to: path("b.tar"), shown: "b.tar")
    let restore = BackupRestore(of: [(path("b.tar"), "b.tar")], in: world)
    for target in ["hall/old", "hall/old/deeper"] {
      let refusal = #expect(throws: Refusal.self) {
        try restore.write(to: path(target), shown: target)
      }
      #expect(refusal?.message.zh.contains("不能写到那里") == true)
      #expect(throws: Refusal.self) {
        try HandOver(of: hall(), in: world, .zh).write(to: path(target), shown: target) { _, _ in }
      }
    }
    #expect(!FileManager.default.fileExists(atPath: path("hall/old")))
    #expect(try restore.write(to: path("new/"), shown: "new/").files.count == 5)
  }

  @Test("a folder with anything in it is left alone")
  func occupied() throws {
    _ = try Backup(of: hall(), in: world).write(to: path("b.tar"), shown: "b.tar")
    let restore = BackupRestore(of: [(path("b.tar"), "b.tar")], in: world)
    #expect(throws: Refusal.self) { try restore.write(to: path("hall"), shown: "hall") }
    try FileManager.default.createDirectory(
      atPath: path("empty"), withIntermediateDirectories: false)
    #expect(try restore.write(to: path("empty"), shown: "empty").files.count == 5)
  }

  @Test("a broken history is backed up as it is, and named")
  func broken() throws {
    try place.write("## 1\n\nnonsense\n", to: "hall/history/M-2025-001.md")
    let made = try Backup(of: hall(), in: world).write(to: path("b.tar"), shown: "b.tar")
    #expect(made.broken == ["M-2025-001"])
  }

  @Test("a hand-over has the hall, its private files apart and git's commits", .needs(.git))
  func handOver() throws {
    try place.write("## 名册\n", to: "hall/private/roster.md")
    try place.write("private/\n.hall/\n", to: "hall/.gitignore")
    let git = ["git", "-C", path("hall"), "-c", "user.name=a", "-c", "user.email=a@b"]
    for words in [
      ["init", "-q"], ["add", "hall.md", "agendas", ".gitignore"], ["commit", "-qm", "x"],
      ["remote", "add", "origin", "https://me:secret@host.example/hall.git"],
    ] {
      #expect(SystemPrograms().run(ProgramCall(git + words))?.isDone == true)
    }
    let commits = try #require(HandedCommits(of: hall(), SystemPrograms()))
    #expect(
      commits.missing(of: ["hall.md", "matters/Q-2025-001.md", "private/roster.md"]) == [
        "matters/Q-2025-001.md", "private/roster.md",
      ])
    let made = try HandOver(of: hall(), in: world, .zh).write(to: path("out"), shown: "out") {
      _, _ in
    }
    #expect(made.parts.map(\.name) == ["议事厅.tar", "私密文件.tar", "提交记录.bundle"])
    #expect(made.parts.map(\.files) == [6, 1, nil])
    #expect(made.places == ["https://host.example/hall.git"])
    let bytes = try [UInt8](Data(contentsOf: place.url.appending(path: "out/议事厅.tar")))
    #expect(made.parts[0].digest == SHA256.hex(of: bytes))
    let clone = ["git", "clone", "-q", path("out/提交记录.bundle"), path("clone")]
    #expect(SystemPrograms().run(ProgramCall(clone))?.isDone == true)
    #expect(try content("clone")["hall.md"] == Self.files["hall.md"])
    let archives = HandOver.archives(in: path("out")).map { ($0, $0) }
    let back = try BackupRestore(of: archives, in: world).write(to: path("new"), shown: "new")
    #expect(back.files.count == 7 && back.files.contains("private/roster.md"))
  }
}
