import HallCommands
import Testing
import HallWords

@Suite("The names of the commands")
struct CommandWordsTests {
  private func context(columns: Int = 80) -> CommandContext {
    CommandContext(
      environment: ["LANG": "zh_CN.UTF-8"], workingDirectory: "/", now: 0, machineOffset: 0,
      isTerminal: false, columns: columns)
  }

  private static let commands = CommandTable.commands

  @Test("every command has a Chinese name with the same number of words")
  func aliases() {
    for spec in Self.commands {
      #expect(!spec.aliases.isEmpty, "\(spec.name)")
      for alias in spec.aliases {
        #expect(alias.split(separator: " ").count == spec.name.split(separator: " ").count)
        #expect(alias.unicodeScalars.allSatisfy { $0 == " " || $0.value >= 0x4E00 }, "\(alias)")
      }
    }
  }

  @Test("no two commands share a name")
  func unique() {
    let names = Self.commands.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
    // The first of two words is not a command of its own.
    let first = Set(names.filter { $0.contains(" ") }.map { String($0.prefix { $0 != " " }) })
    #expect(first.isDisjoint(with: names))
  }

  @Test("every group of commands has exactly one Chinese word")
  func groups() {
    var chinese: [String: Set<String>] = [:]
    for spec in Self.commands where spec.name.contains(" ") {
      let word = String(spec.name.prefix { $0 != " " })
      for alias in spec.aliases {
        chinese[word, default: []].insert(String(alias.prefix { $0 != " " }))
      }
    }
    #expect(!chinese.isEmpty)
    #expect(chinese.values.allSatisfy { $0.count == 1 }, "\(chinese)")
  }

  @Test(
    "the first of two words alone is refused with the words that may follow",
    arguments: [
      (["任务"], "「hall 任务」后面要写做什么：新增、完成", "用「hall 帮助 任务」看用法"),
      (["matter"], "后面要写做什么：新增、看", "用「hall 帮助 matter」看用法"),
      (
        ["task", "--lang", "en"], "'hall task' needs one more word: add, done", "'hall help task'"
      ),
    ])
  func halves(words: [String], message: String, hint: String) {
    let answer = CommandTable.answer(words, in: context())
    #expect(answer.status == 2)
    #expect(answer.errors.contains(message) && answer.errors.contains(hint), "\(answer.errors)")
  }

  @Test(
    "a typo gets a suggestion in the language it was typed in",
    arguments: [
      (["任务", "完诚"], "任务 完成"), (["任务", "doen"], "任务 done"), (["matter", "clsoe"], "matter close"),
      (["问题", "结安"], "问题 结案"), (["mattre"], "matter"), (["新建议事听"], "新建议事厅"),
      (["任务完成"], "任务 完成"), (["help", "任务 完诚"], "任务 完成"), (["help", "新建议事听"], "新建议事厅"),
      (["help", "mattre"], "matter"),
    ])
  func suggestions(words: [String], suggestion: String) {
    let answer = CommandTable.answer(words, in: context())
    #expect(answer.errors.contains("是不是想写「\(suggestion)」？"), "\(answer.errors)")
  }

  @Test(
    "a word people are likely to try gets a hint, but never a destructive guess",
    arguments: [
      ("撤消", "hall 撤销"), ("会议", "hall 列出 会议"), ("开会", "hall 记录 会议编号"),
      ("完成", "hall 任务 完成"), ("延期", "hall 任务 延期"), ("吹哨", "hall 问题 吹哨"),
      ("删除", "hall 删 编号"), ("花名册", "hall 名册"), ("取笑", "直接打 hall"),
      ("cancle", "直接打 hall"), ("超期", "直接打 hall"),
    ])
  func commonWords(word: String, hint: String) {
    let answer = CommandTable.answer([word], in: context())
    #expect(answer.status == 2)
    #expect(answer.errors.contains("提示：") && answer.errors.contains(hint), "\(answer.errors)")
    #expect(!answer.errors.contains("是不是想写"), "\(answer.errors)")
  }

  @Test("a destructive second word is never guessed")
  func secondWords() {
    for word in ["取笑", "cancle"] {
      let answer = CommandTable.answer(["task", word], in: context())
      #expect(answer.status == 2)
      #expect(answer.errors.contains("「hall task」后面要写做什么"), "\(answer.errors)")
      #expect(!answer.errors.contains("是不是想写"), "\(answer.errors)")
    }
  }

  @Test("help lists every command once, within 80 columns", arguments: ["zh", "en"])
  func overview(language: String) {
    let help = CommandTable.answer(["help", "--lang", language], in: context()).output
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for line in lines { #expect(DisplayWidth.of(line) <= 80, "\(line)") }
    for spec in Self.commands {
      #expect(lines.count { $0.hasPrefix("  \(spec.name)  ") } == 1, "\(spec.name)")
    }
    for group in language == "zh" ? ["问题", "任务", "其他"] : ["Matters", "Tasks", "Others"] {
      #expect(lines.contains(group))
    }
  }

  @Test("the help page of every command fits 80 columns", arguments: ["zh", "en"])
  func pages(language: String) {
    for spec in Self.commands {
      let page = CommandTable.answer(["help", spec.name, "--lang", language], in: context()).output
      #expect(page.hasPrefix("hall "), "\(spec.name): \(page)")
      #expect(page.split(separator: "\n").count > 3, "\(spec.name): \(page)")
      for line in page.split(separator: "\n") where !line.contains("  hall ") {
        #expect(DisplayWidth.of(String(line)) <= 80, "\(line)")
      }
    }
  }

  @Test("a help page is found by its English or Chinese name, and shows the other")
  func pageNames() {
    let page = CommandTable.answer(["help", "matter", "close"], in: context()).output
    #expect(page.hasPrefix("hall 问题 结案  结案"))
    #expect(page.contains("\n也可以写  hall matter close\n"))
    for words in [["matter close"], ["问题 结案"], ["问题", "close"], ["问题 结案 "]] {
      #expect(CommandTable.answer(["help"] + words, in: context()).output == page)
    }
    #expect(CommandTable.answer(["help", "问题"], in: context()).output.contains(page))
  }

  @Test("the message for half a command fits 80 columns", arguments: ["问题", "task"])
  func halvesFit(word: String) {
    for language in ["zh", "en"] {
      let answer = CommandTable.answer([word, "--lang", language], in: context())
      #expect(answer.errors.split(separator: "\n").count > 1, "\(answer)")
      for line in answer.errors.split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) <= 80)
      }
    }
  }
}
