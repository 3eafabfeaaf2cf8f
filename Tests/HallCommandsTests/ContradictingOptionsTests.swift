import HallCommands
import Testing

@Suite("Options that contradict each other are refused")
struct ContradictingOptionsTests {
  @Test(
    "two options that contradict each other are refused",
    arguments: [
      (["list", "tasks", "--json", "--format", "csv"], "--json 和 --format csv 互相矛盾"),
      (["review", "--format", "md", "--json"], "--json 和 --format md 互相矛盾"),
      (["list", "tasks", "--format", "csv", "--format=json"], "--format csv 和 --format json"),
      (["check", "--lang", "zh", "--lang", "en"], "--lang zh 和 --lang en"),
      (["show", "M-2025-008", "--raw", "--json"], "--raw 和 --json"),
      (["diff", "M-2025-008", "--text", "--format", "json"], "--text 和 --format json"),
      (["git-setup", "--undo", "--workflow", "gitee"], "--undo 和 --workflow"),
      (["record", "--join", "--start-over", "-m", "x"], "--join 和 --start-over"),
      (["overdue", "--as-of", "2025-12-01", "--as-of", "2025-12-02"], "--as-of 2025-12-01 和"),
    ] as [([String], String)])
  func refused(words: [String], why: String) throws {
    let hall = try ReadingTests.hall()
    let answer = CommandTable.answer(
      words + ["--by", "王五"].filter { _ in words[0] == "record" }, in: hall.context())
    #expect(answer.status == 2 && answer.output.isEmpty)
    #expect(answer.errors.contains(why), "\(answer.errors)")
    #expect(answer.errors.contains("提示：只留一个"), "\(answer.errors)")
  }

  @Test("the same option twice and repeatable options are accepted")
  func fine() throws {
    let hall = try ReadingTests.hall()
    let calls = [
      ["list", "tasks", "--json", "--format", "json"],
      ["list", "tasks", "--status", "open", "--status", "done"],
      ["check", "--lang", "zh", "--lang", "zh"],
    ]
    for words in calls {
      #expect(CommandTable.answer(words, in: hall.context()).status == 0, "\(words)")
    }
  }
}
