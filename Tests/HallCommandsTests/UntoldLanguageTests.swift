import HallCommands
import HallModel
import HallSyntax
import HallWords
import Testing

@Suite("Where nothing tells the language")
struct UntoldLanguageTests {
  private func answer(
    _ words: [String], _ environment: [String: String], in hall: TestHall? = nil
  ) throws -> Answer {
    let hall = try hall ?? TestHall.empty()
    return CommandTable.answer(words, in: hall.context(environment: environment))
  }

  @Test(
    "a refusal is in both languages, each of its lines in one",
    arguments: [
      [:], ["LANG": "C.UTF-8"], ["LANG": "POSIX"], ["LC_ALL": "C", "LANG": "zh_CN.UTF-8"],
    ])
  func both(environment: [String: String]) throws {
    let errors = try answer(["overdue"], environment).errors
    let lines = errors.split(separator: "\n")
    #expect(lines.count == 2, "\(errors)")
    #expect(lines[0].contains("都没有 hall.md / no hall.md in"))
    #expect(lines[1].contains("提示：") && lines[1].contains(" / hint: "))
  }

  @Test(
    "a Chinese word, the hall, --lang or the environment tells it",
    arguments: [
      (["逾期"], ["LANG": "C"], Language.zh), (["overdue"], ["LANG": "zh_CN.UTF-8"], .zh),
      (["overdue"], ["LANG": "en_GB.UTF-8"], .en), (["overdue"], ["LANG": "de_DE.UTF-8"], .en),
      (["overdue", "--lang", "en"], [:], .en),
    ])
  func told(words: [String], environment: [String: String], language: Language) throws {
    let errors = try answer(words, environment).errors
    #expect(errors.contains("hall.md"))
    #expect(errors.contains("都没有") == (language == .zh), "\(errors)")
    #expect(errors.contains("no hall.md") == (language == .en), "\(errors)")
  }

  @Test("in a hall its language is spoken")
  func hall() throws {
    let errors = try answer(["frob"], [:], in: TestHall([:])).errors
    #expect(errors.contains("没有「frob」这个命令") && !errors.contains("there is no"), "\(errors)")
  }

  @Test("a refusal of many lines is whole in one language, then in the other")
  func long() {
    let refusal = Refusal.refused(Phrase(zh: "甲\n乙\n丙", en: "a\nb\nc"))
    #expect(refusal.textInBothLanguages == "hall: 甲\n乙\n丙\nhall: a\nb\nc\n")
  }

  @Test("the overview says how to have it in Chinese")
  func help() throws {
    #expect(try answer(["--help"], [:]).output.hasPrefix("中文说明：hall 帮助\n\nhall: "))
    #expect(try answer(["--help"], ["LANG": "en_US.UTF-8"]).output.hasPrefix("hall: "))
    #expect(try answer(["帮助"], [:]).output.hasPrefix("hall 议事厅"))
  }

  @Test(
    "whoever makes a hall at a terminal is asked for its language",
    arguments: [("1", "语言: zh"), ("2", "language: en")])
  func founded(reply: String, line: String) throws {
    let folder = try TestHall.empty()
    let console = ScriptedConsole([reply, "Lindenhof"], isInteractive: true)
    let answer = CommandTable.answer(
      ["init"],
      in: folder.context(
        isTerminal: true, environment: ["HALL_AUTHOR": "王五"], console: console))
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(folder.text("hall.md").contains(line), "\(folder.text("hall.md"))")
  }

  @Test("who leaves that question has made no hall; a script is not asked")
  func left() throws {
    let folder = try TestHall.empty()
    let left = CommandTable.answer(
      ["init"],
      in: folder.context(
        isTerminal: true, environment: ["HALL_AUTHOR": "王五"],
        console: ScriptedConsole([], isInteractive: true)))
    #expect(left.status == 2 && !folder.has("hall.md"))
    let script = CommandTable.answer(
      ["init", "--name", "Lindenhof"], in: folder.context(environment: ["HALL_AUTHOR": "Ann"]))
    #expect(script.status == 0 && folder.text("hall.md").contains("language: en"))
  }
}
