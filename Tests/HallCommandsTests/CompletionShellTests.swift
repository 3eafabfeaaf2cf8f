import Foundation
import TestSupport
import Testing

/// Tab in real shells, at a terminal.
@Suite("Tab in real shells", .serialized, .needs(.builtProgram, .python))
struct CompletionShellTests {
  /// A hall whose words are as hostile as a file can hold them.
  private static let charter = """
    ---
    议事厅: 试厅
    语言: zh
    ---

    # 试厅

    ## 各方

    - 居民: 表决
    - 物业: 表决
    - $(touch ran1): 表决
    - c`touch ran2`: 表决
    - it's: 表决
    - a b: 表决
    - x;touch ran3: 表决
    - bang!bang: 列席
    - tail\\: 列席
    - 甲：乙: 列席
    - "q: 列席
    - %F{red}p: 列席
    - *star: 列席
    - <in: 列席

    """

  /// What is typed before Tab, and the words that the program then gets.
  private static let cases: [(typed: String, words: [String])] = [
    ("hall over", ["overdue"]), ("hall 逾", ["逾期"]), ("hall 任务 完", ["任务", "完成"]),
    ("hall task d", ["task", "done"]), ("hall 逾期 --几", ["逾期", "--几天内"]),
    ("hall 列出 任务 --方 物", ["列出", "任务", "--方", "物业"]),
    ("hall list tasks --party=物", ["list", "tasks", "--party=物业"]),
    ("hall list tasks --party '物", ["list", "tasks", "--party", "物业"]),
    ("hall show 8", ["show", "M-2025-008"]), ("hall show M-2025-008-", ["show", "M-2025-008-T1"]),
    ("hall show M-2025-008#", ["show", "M-2025-008#1"]),
    (#"hall list tasks --party \$"#, ["list", "tasks", "--party", "$(touch ran1)"]),
    ("hall list tasks --party '$(", ["list", "tasks", "--party", "$(touch ran1)"]),
    ("hall list tasks --party c", ["list", "tasks", "--party", "c`touch ran2`"]),
    ("hall list tasks --party it", ["list", "tasks", "--party", "it's"]),
    ("hall list tasks --party 'it", ["list", "tasks", "--party", "it's"]),
    ("hall list tasks --party \"it", ["list", "tasks", "--party", "it's"]),
    ("hall list tasks --party a", ["list", "tasks", "--party", "a b"]),
    ("hall list tasks --party \"a", ["list", "tasks", "--party", "a b"]),
    ("hall list tasks --party x", ["list", "tasks", "--party", "x;touch ran3"]),
    ("hall list tasks --party bang", ["list", "tasks", "--party", "bang!bang"]),
    ("hall list tasks --party \"bang", ["list", "tasks", "--party", "bang!bang"]),
    ("hall list tasks --party tail", ["list", "tasks", "--party", "tail\\"]),
    (#"hall list tasks --party \""#, ["list", "tasks", "--party", "\"q"]),
    ("hall list tasks --party %", ["list", "tasks", "--party", "%F{red}p"]),
    (#"hall list tasks --party \<"#, ["list", "tasks", "--party", "<in"]),
    ("hall --hall '../a b' list tasks --方 居", ["--hall", "../a b", "list", "tasks", "--方", "居民"]),
    ("hall print M-2025-008 --to agen", ["print", "M-2025-008", "--to", "agendas/"]),
  ]

  /// Types each line, Tab and Enter, and prints the words that a function named `hall` gets.
  private static let driver = #"""
    import fcntl, json, os, pty, select, struct, subprocess, sys, termios
    shell, script, lines = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
    words = {"bash": ["bash", "--norc", "--noprofile", "-i"], "zsh": ["zsh", "-f", "-i"],
             "fish": ["fish", "--no-config", "-i"]}[shell]
    show = "printf '<%s>' \"$@\"; echo END"
    setup = {
        "bash": "bind 'set enable-bracketed-paste off'; hall() { " + show + "; }",
        "zsh": "unset zle_bracketed_paste; autoload -Uz compinit; compinit -u -D; hall() { " + show + "; }",
        "fish": "function hall; printf '<%s>' $argv; echo END; end",
    }[shell] + "; source '" + script + "'; echo REA\\DY"
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 160, 0, 0))
    def control():
        os.setsid()
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    process = subprocess.Popen(words, stdin=slave, stdout=slave, stderr=slave, preexec_fn=control)
    seen = b""
    def wait(text, start, patience=60.0):
        global seen
        while text not in seen[start:]:
            ready, _, _ = select.select([master], [], [], patience)
            if not ready:
                return False
            try:
                seen += os.read(master, 65536)
            except OSError:
                return False
        return True
    def type(text):
        os.write(master, text.encode())
    wait(b"\x1b" if shell == "fish" else b" ", 0)
    type(setup + "\r")
    if not wait(b"READY\r\n", 0):
        sys.exit("the shell does not begin: " + repr(seen))
    for line in lines:
        start = len(seen)
        type(line + "\t\r")
        if not wait(b"END\r\n", start, 20.0):
            print("nothing: " + repr(seen[start:].decode("utf-8", "replace")))
            type("\x03")
            continue
        said = seen[start:].split(b"END\r\n")[0]
        print(said[said.find(b"<", said.rfind(b"\n") + 1 if b"\n" in said else 0):].decode("utf-8"))
    start = len(seen)
    type("hall list tasks --party \t\t")
    wait("列席".encode(), start)
    print("SHOWN", json.dumps(seen[start:].decode("utf-8", "replace"), ensure_ascii=False))
    process.kill()
    """#

  private func run(_ shell: String) throws -> (lines: [String], hall: TestHall) {
    let outside = try TestFolder()
    let item = "#### 决议 D1: 换\n\n- [ ] T1 换灯\n"
    let hall = try TestHall(
      ["agendas/M-2025-008.md": meeting(8, item: item.replacing("#### 决议 D1: 换\n\n", with: ""))],
      charter: Self.charter)
    let other = hall.folder.deletingLastPathComponent().appending(
      path: outside.url.lastPathComponent)
    try outside.write("---\n议事厅: 别厅\n语言: zh\n---\n", to: "a b/hall.md")
    try FileManager.default.createDirectory(
      at: outside.url.appending(path: "bin"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: outside.path + "/bin/hall", withDestinationPath: RealProgram.path)
    let script = hall.run("completions", shell)
    #expect(script.status == 0)
    try outside.write(script.output, to: "script")
    try outside.write(Self.driver, to: "driver.py")
    let typed = Self.cases.map { $0.typed.replacing("../a b", with: other.path() + "/a b") }
    let lines = String(decoding: try JSONEncoder().encode(typed), as: UTF8.self)
    try outside.write(lines, to: "lines.json")
    let said = try RealProgram.start(
      """
      export PATH="\(outside.path)/bin:$PATH" HOME="\(outside.path)" TERM=xterm LC_ALL=C.UTF-8
      export XDG_CONFIG_HOME="$HOME" XDG_DATA_HOME="$HOME" XDG_CACHE_HOME="$HOME"
      exec python3 "\(outside.path)/driver.py" \(shell) "\(outside.path)/script" \
        "$(cat "\(outside.path)/lines.json")"
      """, hall: "hall", in: hall.folder
    ).said()
    return (said.split(separator: "\n").map(String.init), hall)
  }

  private func check(_ shell: String) throws {
    let (lines, hall) = try run(shell)
    #expect(lines.count == Self.cases.count + 1, "\(lines)")
    for (line, expected) in zip(lines, Self.cases) {
      let words = expected.words.map { word in word == "../a b" ? nil : word }
      let wanted = words.map { $0.map { "<\($0)>" } ?? "" }.joined()
      // zsh takes the slash of a folder away again when the line is entered.
      let said = line.replacing(/<[^<>]*\/a b>/, with: "").replacing(
        "<agendas>", with: "<agendas/>")
      #expect(said == wanted, "\(shell): \(expected.typed)")
    }
    // Nothing of the hall was run, and the list shows no control sign of its own.
    let files = try FileManager.default.contentsOfDirectory(atPath: hall.folder.path())
    #expect(Set(files) == ["hall.md", "agendas"])
    #expect(lines.last?.contains("居民") == true)
  }

  @Test("bash", .needs(.bash)) func bash() throws { try check("bash") }

  @Test("zsh", .needs(.zsh)) func zsh() throws { try check("zsh") }

  @Test("fish", .needs(.fish)) func fish() throws { try check("fish") }
}
