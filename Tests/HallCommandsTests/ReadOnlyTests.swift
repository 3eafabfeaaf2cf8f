import Foundation
import HallCommands
import TestSupport
import Testing

/// The real program in a hall that it has no permission to write to.
@Suite("A read-only hall", .needs(.builtProgram, .setpriv))
struct ReadOnlyTests {
  private static let calls: [[String]] = [
    ["status"], ["list", "matters"], ["list", "meetings"], ["list", "decisions"],
    ["list", "tasks"], ["show", "M-2025-008"], ["show", "M-2025-008", "--revision", "1"],
    ["overdue", "--as-of", "2025-12-01"], ["urge", "--as-of", "2025-12-01"], ["tally"], ["check"],
    ["log", "M-2025-008"],
    ["diff", "M-2025-008"], ["verify"], ["help"], ["man"], ["completions", "bash"],
    ["__complete", "zsh", "80", "show", "M"], ["record", "--dry-run", "--by", "王五"],
  ]

  /// Runs a script as a user whom permissions apply to: root becomes nobody.
  private func said(_ script: String, hall: String, in folder: URL, asRoot: Bool) throws -> String {
    let quoted = script.replacing("'", with: "'\\''")
    let asNobody =
      "exec setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/ sh -c '\(quoted)'"
    return try RealProgram.start(
      getuid() == 0 && !asRoot ? asNobody : script, hall: hall, in: folder
    ).said()
  }

  @Test("every command that reads gives its usual answer and changes nothing")
  func answers() throws {
    let program = try RealProgram.path
    let hall = try TestHall([:])
    let manager = FileManager.default
    let sample = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "samples/xingannanlu")
    // One document is edited and not recorded, so that there is something to report.
    for name in ["writable", "locked"] {
      let copy = hall.folder.appending(path: name)
      try manager.copyItem(at: sample, to: copy)
      let file = copy.appending(path: "hall.md")
      try Data((try String(contentsOf: file, encoding: .utf8) + "\n又\n").utf8).write(to: file)
    }
    // A copy of the program that everybody may run.
    let ours = hall.folder.appending(path: "program").path(percentEncoded: false)
    try RealProgram.copy(program, to: ours)
    let root = hall.folder.path(percentEncoded: false)
    for path in [root, ours] {
      try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    let locked = hall.folder.appending(path: "locked")
    func setModes(_ file: Int, _ folder: Int) throws {
      let top = locked.path(percentEncoded: false)
      for path in try [top] + manager.subpathsOfDirectory(atPath: top).map({ top + "/" + $0 }) {
        var isFolder: ObjCBool = false
        _ = manager.fileExists(atPath: path, isDirectory: &isFolder)
        let mode = isFolder.boolValue ? folder : file
        try manager.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      }
    }
    try setModes(0o444, 0o555)
    defer { try? setModes(0o644, 0o755) }
    let touched = try said(
      "touch x 2>/dev/null && echo made; echo y 2>/dev/null >> hall.md && echo written",
      hall: ours, in: locked, asRoot: false)
    try #require(!touched.contains("made") && !touched.contains("written"), "\(touched)")

    let before = try hall.everything()
    try #require(before.count > 20)
    for words in Self.calls {
      let script = "\"$hall\" \(words.joined(separator: " ")); echo \"= $?\""
      let open = try said(
        script, hall: ours, in: hall.folder.appending(path: "writable"), asRoot: true)
      let shut = try said(script, hall: ours, in: locked, asRoot: false)
      #expect(open == shut, "\(words)")
      #expect(shut.hasSuffix("= 0\n") || shut.hasSuffix("= 1\n"), "\(words) \(shut)")
    }
    let after = try hall.everything()
    #expect(before == after)

    // A command that writes says why it cannot.
    let refused = try said(
      "\"$hall\" record; echo \"= $?\"", hall: ours, in: locked, asRoot: false)
    #expect(refused.contains("没有写入权限"))
    #expect(refused.hasSuffix("= 2\n"))
    #expect(try hall.everything() == before)
  }

  @Test("an unreadable file is named, and the rest is still listed")
  func unreadable() throws {
    let program = try RealProgram.path
    let hall = try ReadingTests.hall()
    let manager = FileManager.default
    let root = hall.folder.path(percentEncoded: false)
    try RealProgram.copy(program, to: root + "/program")
    for path in [root, root + "/program"] {
      try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    try manager.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: root + "/matters/Q-2025-001.md")
    let answer = try said(
      "\"$hall\" list tasks; echo \"= $?\"", hall: root + "/program", in: hall.folder, asRoot: false
    )
    #expect(answer.contains("matters/Q-2025-001.md"))
    #expect(answer.contains("没有读取权限"))
    #expect(answer.contains("报价"))
    #expect(answer.hasSuffix("= 2\n"))
  }

  @Test("a history that cannot be written is detected before the document is changed")
  func closedHistory() throws {
    let program = try RealProgram.path
    let hall = try ReadingTests.hall()
    #expect(hall.write("record").status == 0)
    let manager = FileManager.default
    let root = hall.folder.path(percentEncoded: false)
    try RealProgram.copy(program, to: root + "/program")
    for path in try [root] + manager.subpathsOfDirectory(atPath: root).map({ root + "/" + $0 }) {
      var isFolder: ObjCBool = false
      _ = manager.fileExists(atPath: path, isDirectory: &isFolder)
      let mode = isFolder.boolValue || path.hasSuffix("/program") ? 0o777 : 0o666
      try manager.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
    try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: root + "/history")
    defer {
      try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: root + "/history")
    }
    let before = (hall.text(ReadingTests.path), hall.text("history/M-2025-008.md"))
    for call in ["task note M-2025-008-T1 一笔", "matter add 别的"] {
      let said = try said(
        "\"$hall\" \(call); echo \"= $?\"", hall: root + "/program", in: hall.folder, asRoot: false)
      #expect(said.contains("没有写入权限，什么也没有改\n提示：让自己能往里面写：chmod u+w "), "\(said)")
      #expect(said.hasSuffix("= 2\n"), "\(said)")
    }
    #expect(hall.text(ReadingTests.path) == before.0)
    #expect(hall.text("history/M-2025-008.md") == before.1)
    #expect(try manager.contentsOfDirectory(atPath: root + "/matters").count == 1)
    let own = try manager.contentsOfDirectory(atPath: root + "/.hall")
    #expect(Set(own).isSubset(of: ["steps", ".gitignore"]))
  }
}
