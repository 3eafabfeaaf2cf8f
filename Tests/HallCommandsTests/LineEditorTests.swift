import HallCommands
import Testing
import HallWords

/// A line typed key by key, without a terminal.
private struct Typist {
  var editor: LineEditor
  var reader = KeyReader()
  var outcomes: [LineEditor.Outcome] = []

  init(
    _ text: String = "", history: [String] = [],
    completions: @escaping @Sendable (String) -> [String] = { _ in [] }
  ) {
    editor = LineEditor(text: text, history: history, completions: completions)
  }

  /// Types a text in which `←`, `→`, `↑`, `↓`, `⌫`, `⌦` and `⇥` stand for their keys.
  mutating func type(_ text: String) { press(bytes: typed(text)) }

  mutating func press(bytes: [UInt8]) {
    for key in reader.keys(bytes) { outcomes.append(editor.press(key)) }
  }

  /// The line with `|` where the cursor is.
  var line: String { editor.before + "|" + editor.after }
}

private func typed(_ text: String) -> [UInt8] {
  let keys: [Character: String] = [
    "←": "\u{1B}[D", "→": "\u{1B}[C", "↑": "\u{1B}[A", "↓": "\u{1B}[B", "⌫": "\u{7F}",
    "⌦": "\u{1B}[3~", "⇥": "\t",
  ]
  return Array(text.map { keys[$0] ?? String($0) }.joined().utf8)
}

@Suite("Editing a line at the terminal")
struct LineEditorTests {
  @Test(
    "keys move over and delete whole characters",
    arguments: [
      ("议事厅⌫", "议事|"),
      ("议事厅←←⌫", "|事厅"),
      ("议事厅←⌦", "议事|"),
      ("到 张三\u{1}记", "记|到 张三"),
      ("到 张三\u{1}→\u{B}", "到|"),
      ("到 张三←\u{15}", "|三"),
      ("到 张三、李四\u{17}", "到 张三、|"),
      ("present Ann Lee\u{17}\u{17}", "present |"),
      ("a←\u{5}b", "ab|"),
      ("到 张三\u{17}王五\u{19}", "到 王五张三|"),
      // A combining mark belongs to its letter, and a family emoji is one character.
      ("e\u{301}x⌫⌫", "|"),
      ("看👨‍👩‍👧好←⌫", "看|好"),
      ("到 张三\u{1B}[1;5D李四、", "到 李四、|张三"),
    ] as [(String, String)])
  func keys(keys: String, line: String) {
    var typist = Typist()
    typist.type(keys)
    #expect(typist.line == line)
  }

  @Test("the line is the same however the bytes are split")
  func chunks() {
    let line = "到 张三、👨‍👩‍👧←⌫é\u{1B}[200~李\n四\u{1B}[201~"
    let bytes = typed(line)
    var whole = KeyReader()
    let keys = whole.keys(bytes)
    #expect(keys.contains(.paste("李\n四")))
    for cut in 1..<bytes.count {
      var reader = KeyReader()
      #expect(reader.keys(Array(bytes[..<cut])) + reader.keys(Array(bytes[cut...])) == keys)
    }
    var single = KeyReader()
    #expect(bytes.flatMap { single.keys([$0]) } == keys)
  }

  @Test("invalid bytes are shown, and nothing after them is lost")
  func broken() {
    var typist = Typist()
    typist.press(bytes: [0xE5, 0xBC] + Array("张".utf8) + [0xFF] + Array("三".utf8))
    #expect(typist.line == "\u{FFFD}张\u{FFFD}三|")
  }

  @Test("a lone escape does nothing, and neither does an unknown sequence")
  func escapes() {
    var reader = KeyReader()
    #expect(reader.keys([0x1B]) == [])
    #expect(reader.isWaiting)
    #expect(reader.flush() == [])
    #expect(reader.keys(Array("\u{1B}[15~\u{1B}[?62c张".utf8)) == [.text("张")])
    #expect(reader.keys(Array("\u{1B}OA\u{1B}OF".utf8)) == [.up, .end])
    #expect(reader.keys([0x1B] + Array("议".utf8)) == [.text("议")])
  }

  @Test("return followed by newline is one Enter")
  func enter() {
    var reader = KeyReader()
    #expect(reader.keys(Array("a\r\nb\nc\r".utf8)).count { $0 == .enter } == 3)
  }

  @Test("arrows go through the earlier lines and back to the current one")
  func history() {
    var typist = Typist(history: ["到 张三", "议 1"])
    typist.type("记↑")
    #expect(typist.line == "议 1|")
    typist.type("↑↑")
    #expect(typist.line == "到 张三|")
    typist.type("↓↓")
    #expect(typist.line == "记|")
  }

  @Test("Ctrl-C clears the line but remembers it, and twice on an empty line it leaves")
  func interrupt() {
    var typist = Typist()
    typist.type("记 很长的一句\u{3}")
    #expect(typist.outcomes.last == .cleared("记 很长的一句"))
    #expect(typist.line == "|")
    typist.type("↑")
    #expect(typist.line == "记 很长的一句|")
    typist.type("\u{15}\u{3}")
    #expect(typist.outcomes.last == .cleared(""))
    typist.type("\u{3}")
    #expect(typist.outcomes.last == .left)
  }

  @Test("Ctrl-D leaves on an empty line, and deletes a character on any other")
  func endOfInput() {
    var typist = Typist()
    typist.type("议事\u{1}\u{4}")
    #expect(typist.line == "|事")
    typist.type("\u{4}\u{4}")
    #expect(typist.outcomes.last == .left)
  }

  @Test("Tab completes the one word that fits")
  func oneCompletion() {
    var typist = Typist { _ in ["张三", "李四"] }
    typist.type("到 王五、张\t")
    #expect(typist.line == "到 王五、张三|")
    typist.type("、\u{1B}[D")
    typist.type("无\t")
    #expect(typist.line == "到 王五、张三无|、")
  }

  @Test("with several matches, Tab writes their common start, offers them, then cycles through")
  func severalCompletions() {
    var typist = Typist { _ in ["业主一般事项", "业主重大事项", "居民会议"] }
    typist.type("规则 业\t")
    #expect(typist.line == "规则 业主|")
    #expect(typist.outcomes.last == .offered(["业主一般事项", "业主重大事项"]))
    typist.type("\t")
    #expect(typist.line == "规则 业主一般事项|")
    typist.type("\t")
    #expect(typist.line == "规则 业主重大事项|")
    typist.type("\u{1B}[Z")
    #expect(typist.line == "规则 业主一般事项|")
    typist.type("x\t")
    #expect(typist.line == "规则 业主一般事项x|")
  }

  @Test("pasted lines are entered one by one, and the last one can still be edited")
  func paste() {
    var typist = Typist()
    typist.type("记 ，完←←")
    typist.type("\u{1B}[200~甲\r\n乙\t丙\n丁\u{1B}[201~")
    #expect(typist.outcomes.last == .accepted("记 甲"))
    #expect(typist.editor.keysLeft == [.text("乙 丙"), .enter, .text("丁，完")])
  }

  @Test("a paste without its end marker is accepted when nothing more comes")
  func lostPaste() {
    var reader = KeyReader()
    #expect(reader.keys(Array("\u{1B}[200~甲\n".utf8)) == [])
    #expect(reader.flush() == [.paste("甲\n")])
  }

  @Test("the row is never wider than the terminal, and the cursor stays within it")
  func rows() {
    var typist = Typist()
    let prompt = "\u{1B}[31m议2\u{1B}[0m> "
    for _ in 0..<40 {
      typist.type("议a事")
      let row = typist.editor.row(prompt: prompt, columns: 40)
      #expect(
        DisplayWidth.of(row.text.replacing("\u{1B}[31m", with: "").replacing("\u{1B}[0m", with: ""))
          <= 39)
      #expect(row.cursor <= 39)
    }
    for _ in 0..<120 {
      typist.type("←")
      let row = typist.editor.row(prompt: prompt, columns: 40)
      #expect((5...39).contains(row.cursor))
    }
    #expect(typist.editor.row(prompt: prompt, columns: 40).cursor == 5)
  }

  @Test("a terminal hardly wider than the prompt still has room to type")
  func narrow() {
    var typist = Typist()
    for columns in 10...30 {
      typist.type("议事a")
      let row = typist.editor.row(prompt: "议2 更换楼道照明 0/15分> ", columns: columns)
      #expect(DisplayWidth.of(row.text) < columns)
      #expect(row.cursor < columns)
    }
  }

  @Test("a short line is shown whole after its prompt, and the cursor is counted in columns")
  func shortRow() {
    var typist = Typist()
    typist.type("到 张三←")
    let row = typist.editor.row(prompt: "议2> ", columns: 80)
    #expect(row.text == "议2> 到 张三")
    #expect(row.cursor == 10)
  }

  @Test("control characters are shown, not obeyed")
  func hostile() {
    var typist = Typist()
    typist.type("\u{1B}[200~a\u{1B}[2Jb\u{202E}\u{1B}[201~")
    let row = typist.editor.row(prompt: "> ", columns: 80)
    #expect(row.text == "> a [2Jb<U+202E>")
  }

  @Test("completions are shown in columns, and only the first of very many")
  func table() {
    let lines = LineEditor.table(["张三", "李四光", "王五"], columns: 18) { "+\($0)" }
    #expect(lines == ["张三    李四光", "王五"])
    let many = LineEditor.table((1...100).map { "\($0)" }, columns: 80) { "+\($0)" }
    #expect(many.last == "+40")
  }
}
