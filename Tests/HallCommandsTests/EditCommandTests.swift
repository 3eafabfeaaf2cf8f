import Foundation
import HallCommands
import HallWords
import Synchronization
import TestSupport
import Testing

/// `hall edit`: whatever the editor does, the text is not lost.
@Suite("A document in the editor")
struct EditCommandTests {
  static let path = "agendas/M-2025-008.md"
  static let history = "history/M-2025-008.md"
  static let draft = ".hall/drafts/M-2025-008.md"

  static func hall(_ item: String = ReadingTests.item) throws -> TestHall {
    let hall = try TestHall([path: meeting(item: item)])
    _ = hall.write("record")
    return hall
  }

  /// An editor that changes the text it is given. A status of nil means that it was killed.
  static func editor(
    status: Int32? = 0, _ change: @escaping @Sendable (String) -> String
  ) -> @Sendable ([String]) -> Int32? {
    { words in
      let file = words.last ?? ""
      attempt {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try Data(change(text).utf8).write(to: URL(filePath: file))
      }
      return status
    }
  }

  /// What somebody at a terminal sees and gets.
  @discardableResult
  static func edit(
    _ hall: TestHall, _ words: [String] = ["edit", "8"], answers: [String] = [],
    isTerminal: Bool = true, editor: @escaping @Sendable ([String]) -> Int32?
  ) -> (answer: Answer, shown: String, runs: Int) {
    let console = ScriptedConsole(answers, isInteractive: isTerminal, program: editor)
    let answer = CommandTable.answer(
      words,
      in: hall.context(
        isTerminal: isTerminal,
        environment: ["HALL_AUTHOR": "王五", "NO_COLOR": "1", "EDITOR": "ed"], console: console))
    return (answer, console.shown, console.programs.count)
  }

  @Test(
    "an editor that is known to take a line opens at the first error",
    arguments: [
      ("vim", ["+23"]), ("/usr/bin/nano -w", ["+23"]), ("emacs -nw", ["+23"]), ("ed", []),
      ("code --wait", ["--goto"]),
    ])
  func faultyLine(editor: String, expected: [String]) throws {
    let hall = try Self.hall()
    let runs = Mutex<[[String]]>([])
    let console = ScriptedConsole(["1", "2"], isInteractive: true) { words in
      runs.withLock { $0.append(words) }
      let file = String((words.last ?? "").split(separator: ":")[0])
      return Self.editor(Self.wrong)([file])
    }
    _ = CommandTable.answer(
      ["edit", "8"],
      in: hall.context(
        isTerminal: true, environment: ["HALL_AUTHOR": "王五", "EDITOR": editor], console: console))
    let all = runs.withLock { $0 }
    #expect(all.count == 2)
    #expect(all.first?.count == 5)
    #expect(Array(all.last?.dropFirst(4).dropLast() ?? []) == expected)
    if editor.hasPrefix("code") { #expect(all.last?.last?.hasSuffix(".md:23") == true) }
  }

  static let five: @Sendable (String) -> String = { $0.replacing("同意: 5", with: "同意: 6") }
  static let wrong: @Sendable (String) -> String = {
    $0.replacing("期限: 2025-10-15", with: "期限: 下雪天")
  }

  @Test("an edit becomes one revision, and undo takes it back")
  func edits() throws {
    let hall = try Self.hall()
    let before = hall.text(Self.path)
    let (answer, _, runs) = Self.edit(hall, editor: Self.editor(Self.five))
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.hasPrefix("已记下 M-2025-008：议题1 表决 同意 5→6\n"))
    #expect(answer.output.contains("  hall 撤销\n"))
    #expect(runs == 1)
    #expect(hall.text(Self.path) == Self.five(before))
    #expect(hall.text(Self.history).contains("* why: 议题1 表决 同意 5→6\n"))
    #expect(hall.text(Self.draft).isEmpty)
    #expect(hall.run("verify").status == 0)
    #expect(hall.write("undo").status == 0)
    #expect(hall.text(Self.path) == before)
  }

  @Test(
    "the editor is VISUAL or else EDITOR, run by the shell with the path as an argument")
  func whichEditor() throws {
    let hall = try Self.hall()
    let console = ScriptedConsole(program: Self.editor(Self.five))
    func run(_ environment: [String: String]) -> [String] {
      let context = hall.context(
        environment: ["HALL_AUTHOR": "王五"].merging(environment) { $1 }, console: console)
      _ = CommandTable.answer(["编辑", "8"], in: context)
      return console.programs.last ?? []
    }
    let words = run(["VISUAL": "code --wait", "EDITOR": "vi"])
    #expect(words.prefix(3) == ["sh", "-c", "code --wait \"$@\""])
    #expect(words.last?.hasSuffix("/" + Self.draft) == true)
    #expect(words.last?.hasPrefix("/") == true)
    #expect(run(["VISUAL": " ", "EDITOR": "vi"])[2] == "vi \"$@\"")
    #expect(run([:])[2].contains("exec nano"))
  }

  @Test(
    "where only vi is installed, its way out is shown before it opens",
    arguments: [(["vi"], true), (["vi", "nano"], false), ([], false)])
  func wayOut(installed: [String], isShown: Bool) throws {
    let hall = try Self.hall()
    func run(_ answers: [String]) -> (shown: String, runs: Int) {
      let console = ScriptedConsole(
        answers, isInteractive: true, program: Self.editor(Self.five))
      var context = hall.context(
        isTerminal: true, environment: ["HALL_AUTHOR": "王五", "NO_COLOR": "1"], console: console)
      context.findProgram = { installed.contains($0) ? "/usr/bin/" + $0 : nil }
      _ = CommandTable.answer(["edit", "8"], in: context)
      return (console.shown, console.programs.count)
    }
    // Who does not go on has opened nothing.
    #expect(run([]).runs == (isShown ? 0 : 1))
    let opened = run([""])
    #expect(opened.shown.contains(":wq") == isShown)
    #expect(opened.runs == 1)
  }

  @Test("without a terminal, edit needs a named editor and a full identifier")
  func offTheTerminal() throws {
    let hall = try Self.hall()
    let none = hall.write("edit", "M-2025-008")
    #expect(none.status == 2)
    #expect(none.errors.contains("没有说用哪个编辑器"))
    let short = Self.edit(hall, isTerminal: false, editor: Self.editor(Self.five))
    #expect(short.answer.status == 2)
    #expect(short.runs == 0)
    let full = Self.edit(
      hall, ["edit", "M-2025-008"], isTerminal: false, editor: Self.editor(Self.five))
    #expect(full.answer.status == 0)
    #expect(full.answer.output == "已记下 M-2025-008：议题1 表决 同意 5→6\n")
  }

  @Test("an edit without changes says so and leaves no draft", arguments: [true, false])
  func unchanged(isTerminal: Bool) throws {
    let hall = try Self.hall()
    let before = hall.text(Self.history)
    let result = Self.edit(
      hall, ["edit", "M-2025-008"], isTerminal: isTerminal, editor: { _ in 0 })
    #expect(result.answer.output == "「M-2025-008」没有改动\n")
    #expect(result.answer.status == 0)
    #expect(hall.text(Self.history) == before)
    #expect(hall.text(Self.draft).isEmpty)
  }

  @Test("an error is shown with its line, and can be edited again")
  func again() throws {
    let hall = try Self.hall()
    let runs = Mutex(0)
    let result = Self.edit(hall, answers: ["1"]) { words in
      let run = runs.withLock { count in
        count += 1
        return count
      }
      if run == 1 { return Self.editor(Self.wrong)(words) }
      return Self.editor { $0.replacing("下雪天", with: "2025-11-15") }(words)
    }
    #expect(result.shown.contains("- 期限: 下雪天"), "\(result.shown)")
    #expect(result.shown.contains("^^"))
    #expect(result.shown.contains("有 1 个错误，还没有记下"))
    #expect(result.runs == 2)
    #expect(result.answer.status == 0)
    #expect(hall.text(Self.path).contains("期限: 2025-11-15"))
    #expect(hall.text(Self.draft).isEmpty)
  }

  @Test("a text with errors is kept, discarded or recorded, as the person chooses")
  func choices() throws {
    for (answers, keeps, records) in [
      (["2"], true, false), (["3", "是"], false, false), (["3", "不", "2"], true, false),
      (["4"], false, true), ([], true, false), (["９", "２"], true, false),
    ] {
      let hall = try Self.hall()
      let before = hall.text(Self.path)
      let result = Self.edit(hall, answers: answers, editor: Self.editor(Self.wrong))
      #expect(hall.text(Self.path) == (records ? Self.wrong(before) : before), "\(answers)")
      #expect(hall.text(Self.draft) == (keeps ? Self.wrong(before) : ""), "\(answers)")
      #expect(result.answer.output.contains("草稿还在：\(Self.draft)") == keeps)
      #expect(result.answer.status == 0)
    }
  }

  @Test("without a terminal, a text with errors stays a draft, and one with warnings is recorded")
  func wrongOffTheTerminal() throws {
    let hall = try Self.hall()
    let before = hall.text(Self.path)
    let words = ["edit", "M-2025-008"]
    let result = Self.edit(hall, words, isTerminal: false, editor: Self.editor(Self.wrong))
    #expect(result.answer.status == 2)
    #expect(result.answer.errors.contains("agendas/M-2025-008.md:23:9: error:"))
    #expect(result.answer.errors.contains("草稿还在：\(Self.draft)\n"))
    #expect(hall.text(Self.path) == before)
    #expect(hall.text(Self.draft) == Self.wrong(before))
    // The next script does not overwrite the draft.
    let next = Self.edit(hall, words, isTerminal: false, editor: Self.editor(Self.five))
    #expect(next.answer.status == 2)
    #expect(next.runs == 0)
    #expect(hall.text(Self.draft) == Self.wrong(before))
    try FileManager.default.removeItem(at: hall.folder.appending(path: Self.draft))
    try? FileManager.default.removeItem(
      at: hall.folder.appending(path: ".hall/drafts/M-2025-008.before"))
    let doubtful = Self.edit(hall, words, isTerminal: false) { words in
      Self.editor { $0.replacing("赵六", with: "赵七") }(words)
    }
    #expect(doubtful.answer.status == 0, "\(doubtful.answer.errors)")
  }

  @Test("a text with only warnings is recorded if the person says so")
  func warnings() throws {
    let hall = try Self.hall()
    let change: @Sendable (String) -> String = { $0.replacing("  - 期限: 2025-10-15\n", with: "") }
    let kept = Self.edit(hall, answers: ["2"], editor: Self.editor(change))
    #expect(kept.shown.contains("处提醒"))
    #expect(hall.text(Self.draft).isEmpty == false)
    let recorded = Self.edit(hall, answers: ["4", "4"], editor: Self.editor(change))
    #expect(recorded.runs == 0)
    #expect(
      recorded.answer.output.hasPrefix("已记下 M-2025-008："),
      "\(recorded.answer.errors)\(recorded.shown)")
    #expect(!hall.text(Self.path).contains("期限"))
  }

  @Test("a person sees the first of many problems, a script sees all of them")
  func many() throws {
    let change: @Sendable (String) -> String = {
      $0 + (2...20).map { "- [ ] T\($0) 修\n  - 负责: 物业/赵六\n  - 期限: 下雪天\n" }.joined()
    }
    let hall = try Self.hall()
    let person = Self.edit(hall, answers: ["3", "是"], editor: Self.editor(change))
    func count(_ text: String) -> Int { text.components(separatedBy: "下雪天").count }
    #expect(person.shown.contains("……还有 13 处\n"), "\(person.shown)")
    #expect(person.shown.contains("有 19 个错误"))
    let script = Self.edit(
      hall, ["edit", "M-2025-008"], isTerminal: false, editor: Self.editor(change))
    #expect(!script.answer.errors.contains("还有"))
    #expect(count(script.answer.errors) > count(person.shown))
  }

  @Test("a kept draft can be continued, started over, left alone or recorded")
  func offers() throws {
    for (answer, runs, expected) in [
      ("1", 1, "同意: 70"), ("2", 1, "同意: 50"), ("3", 0, "同意: 5\n"), ("4", 0, "同意: 7\n"),
    ] {
      let hall = try Self.hall()
      _ = Self.edit(hall, editor: Self.editor(status: 3) { $0.replacing("意: 5", with: "意: 7") })
      #expect(hall.text(Self.draft).contains("同意: 7\n"))
      let result = Self.edit(
        hall, answers: [answer],
        editor: Self.editor {
          $0.replacing("意: 5", with: "意: 50").replacing("意: 7", with: "意: 70")
        })
      #expect(result.shown.contains("里面改了：议题1 表决 同意 5→7"))
      #expect(result.runs == runs)
      #expect(hall.text(Self.path).contains(expected), "\(answer) \(result.shown)")
      #expect(hall.text(Self.draft).isEmpty == (answer != "3"))
      let aside = hall.text(".hall/drafts/M-2025-008.old.md")
      #expect(aside.contains("同意: 7\n") == (answer == "2"))
    }
  }

  @Test("a document that was changed meanwhile is never overwritten")
  func meanwhile() throws {
    for isTerminal in [true, false] {
      let hall = try Self.hall()
      let result = Self.edit(
        hall, ["edit", "M-2025-008"], answers: ["1", "2"], isTerminal: isTerminal
      ) { words in
        if !hall.text(Self.path).contains("反对: 3") {
          attempt { try hall.edit(Self.path, "反对: 2", "反对: 3") }
          _ = hall.write("record")
        }
        return Self.editor(Self.five)(words)
      }
      #expect(hall.text(Self.path).contains("同意: 5\n- 反对: 3"))
      #expect(hall.text(Self.draft).contains("同意: 6\n- 反对: 2"))
      #expect(result.runs == (isTerminal ? 2 : 1))
      let said = result.shown + result.answer.errors
      #expect(said.contains("反对：2 → 3"), "\(said)")
      #expect(result.answer.status == (isTerminal ? 0 : 2))
    }
  }

  @Test("an edit without changes does not conflict with a change made meanwhile")
  func meanwhileUnchanged() throws {
    let hall = try Self.hall()
    let result = Self.edit(hall) { _ in
      attempt { try hall.edit(Self.path, "反对: 2", "反对: 3") }
      return 0
    }
    #expect(result.runs == 1)
    #expect(result.answer.output == "「M-2025-008」没有改动\n")
    #expect(hall.text(Self.path).contains("反对: 3"))
    #expect(hall.text(Self.draft).isEmpty)
  }

  @Test("vim's swap file still fits the draft after the document has changed")
  func notes() throws {
    let hall = try Self.hall()
    let before = hall.text(Self.path)
    let notes = ".hall/drafts/.M-2025-008.md.swp"
    _ = Self.edit(hall) { _ in
      attempt { try hall.write(Data("打了很久的字".utf8), to: notes) }
      return nil
    }
    try hall.edit(Self.path, "反对: 2", "反对: 3")
    let result = Self.edit(hall, answers: ["2"]) { words in
      #expect((try? String(contentsOfFile: words.last ?? "", encoding: .utf8)) == before)
      #expect(hall.text(notes) == "打了很久的字")
      return Self.editor { $0 + "\n打了很久的字。\n" }(words)
    }
    #expect(result.runs == 1, "the editor has seen the draft")
    #expect(result.shown.contains("反对：2 → 3"), "\(result.shown)")
    #expect(hall.text(Self.path).contains("反对: 3"))
    #expect(hall.text(Self.draft).hasSuffix("打了很久的字。\n"))
  }

  @Test("an edit cannot change the identifier")
  func identifier() throws {
    let hall = try Self.hall()
    let before = hall.text(Self.path)
    let result = Self.edit(
      hall, answers: ["4", "2"],
      editor: Self.editor { $0.replacing("会议: M-2025-008", with: "会议: M-2025-009") })
    #expect(result.shown.contains("编号从「M-2025-008」变成了「M-2025-009」"))
    #expect(hall.text(Self.path) == before)
    #expect(hall.text(Self.draft).contains("M-2025-009"))
    #expect(hall.text("history/M-2025-009.md").isEmpty)
  }

  @Test("matters and hall.md are edited like meetings")
  func others() throws {
    let hall = try Self.hall()
    try hall.write(
      Data("---\n问题: Q-2025-001\n状态: 处理中\n---\n\n# 反水\n".utf8), to: "matters/Q-2025-001.md")
    for (name, path) in [("hall", "hall.md"), ("反水", "matters/Q-2025-001.md")] {
      let result = Self.edit(
        hall, ["edit", name], answers: ["4"], editor: Self.editor { $0 + "\n写上一句。\n" })
      #expect(result.answer.status == 0, "\(result.answer.errors)")
      #expect(hall.text(path).hasSuffix("\n写上一句。\n"))
    }
  }

  @Test("a dry run shows the diff and keeps the text as a draft")
  func dryRun() throws {
    let hall = try Self.hall()
    let before = hall.text(Self.path)
    let result = Self.edit(hall, ["edit", "8", "-n"], editor: Self.editor(Self.five))
    #expect(result.answer.output.contains("-- 同意: 5\n+- 同意: 6\n"))
    #expect(hall.text(Self.path) == before)
    #expect(hall.text(Self.draft) == Self.five(before))
  }

  @Test("without a name, edit is refused before the editor opens")
  func nobody() throws {
    let hall = try Self.hall()
    let console = ScriptedConsole(program: { _ in 0 })
    let answer = CommandTable.answer(["edit", "8"], in: hall.context(console: console))
    #expect(answer.status == 2)
    #expect(console.programs.isEmpty)
  }
}

/// Does the work in a closure that cannot throw; an error is recorded as an issue of the test.
func attempt(
  sourceLocation: SourceLocation = #_sourceLocation, _ work: () throws -> Void
) {
  #expect(throws: Never.self, sourceLocation: sourceLocation) { try work() }
}
