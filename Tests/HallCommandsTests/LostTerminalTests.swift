import Foundation
import TestSupport
import Testing

/// The real program in a real terminal that goes away while somebody edits.
@Suite("A terminal is lost while somebody edits", .serialized, .needs(.builtProgram, .python))
struct LostTerminalTests {
  private let path = EditCommandTests.path
  private let draft = EditCommandTests.draft

  /// Runs `hall edit 8` in a pseudo-terminal; the editor types, says so and waits.
  ///
  /// - Parameter ending: what Python does when the editor has typed: `hall` and `editor` are the
  ///   processes, `master` the terminal.
  private func lose(_ ending: String, _ hall: TestHall, _ program: String) throws -> String {
    try hall.write(
      Data("printf '\\n打了很久的字。\\n' >> \"$1\"; echo $$ > typed; exec sleep 60\n".utf8),
      to: "editor.sh")
    try hall.write(
      Data(
        """
        import os, pty, signal, sys, time
        hall, master = pty.fork()
        if hall == 0:
            os.environ["EDITOR"] = "sh editor.sh"
            os.execv(sys.argv[1], ["hall", "edit", "8"])
        for _ in range(3000):
            if os.path.exists("typed") and open("typed").read().endswith("\\n"): break
            time.sleep(0.01)
        else:
            print("the editor did not start"); sys.exit(1)
        editor = int(open("typed").read())
        \(ending)
        said = b""
        try:
            while True:
                some = os.read(master, 4096)
                if not some: break
                said += some
        except OSError: pass
        os.waitpid(hall, 0)
        try: os.kill(editor, 9)
        except OSError: pass
        print(said.decode("utf-8", "replace").replace("\\r", ""))
        print("ended")

        """.utf8), to: "lose.py")
    return try RealProgram.start("python3 lose.py \"$hall\" 2>&1", hall: program, in: hall.folder)
      .said()
  }

  @Test(
    "the draft is kept, and offered the next time",
    arguments: [
      // The window is closed.
      "os.close(master)", "os.kill(hall, signal.SIGHUP)", "os.kill(hall, signal.SIGKILL)",
      "os.kill(editor, signal.SIGKILL)", "os.kill(editor, signal.SIGHUP)",
      // Ctrl-C, which is for the editor.
      "os.write(master, b'\\x03')", "os.write(master, b'\\x1c')",
    ])
  func lost(ending: String) throws {
    let program = try RealProgram.path
    let hall = try EditCommandTests.hall()
    let before = hall.text(path)
    let said = try lose(ending, hall, program)
    #expect(said.hasSuffix("ended\n"), "\(said)")
    #expect(hall.text(path) == before)
    #expect(hall.text(draft) == before + "\n打了很久的字。\n")
    if !ending.contains("hall"), !ending.contains("close") {
      #expect(said.contains("编辑器「sh editor.sh」被强行结束了"), "\(said)")
      #expect(said.contains("草稿还在：\(draft)\n"), "\(said)")
    }
    let next = EditCommandTests.edit(hall, answers: ["1"], editor: { _ in 0 })
    #expect(next.shown.contains("有一份上次没记下的草稿"), "\(next.answer.errors)")
    #expect(hall.text(path) == before + "\n打了很久的字。\n")
  }

  @Test("an editor's arguments and a path with blanks and quotes pass the shell unchanged")
  func quoting() throws {
    let program = try RealProgram.path
    let hall = try EditCommandTests.hall()
    let root = "a b'\"$(touch oh);c"
    for path in ["hall.md", path, EditCommandTests.history] {
      try hall.write(Data(hall.text(path).utf8), to: root + "/" + path)
    }
    try hall.write(
      Data("echo \"$#:$1\" >> said; sed -i 's/同意: 5/同意: 6/' \"$2\"".utf8), to: "my editor")
    let script = """
      EDITOR='sh "./my editor" "x y"' "$hall" edit M-2025-008 --hall ./a?b*
      """
    let said = try RealProgram.start(script, hall: program, in: hall.folder).said()
    #expect(said == "已记下 M-2025-008：议题1 表决 同意 5→6\n", "\(said)")
    #expect(hall.text("said") == "2:x y\n")
    #expect(hall.text(root + "/" + path).contains("同意: 6"))
    #expect(hall.text("oh").isEmpty)
    #expect(!FileManager.default.fileExists(atPath: hall.folder.appending(path: "oh").path))
  }
}
