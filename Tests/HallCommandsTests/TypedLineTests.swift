import Testing

@testable import HallCommands

/// A line that is being typed in bash is split as bash splits it, and continued as bash reads it.
@Suite("A line that is being typed")
struct TypedLineTests {
  @Test(
    "is split into words as bash does",
    arguments: [
      ("hall ", [], ""), ("hall li", [], "li"), ("hall list tasks ", ["list", "tasks"], ""),
      ("hall list 'a b' c", ["list", "a b"], "c"), ("hall list \"a b", ["list"], "a b"),
      ("hall x\\ y z", ["x y"], "z"), ("hall '$(x)' ", ["$(x)"], ""),
      ("HALL_AUTHOR=王五 hall 任务 完", ["任务"], "完"), ("/opt/bin/hall sh", [], "sh"),
      ("hall \"a\\\"b\\c\" ", ["a\"b\\c"], ""), ("hall a'b'\"c\"d", [], "abcd"),
      ("hall --方=物", [], "--方=物"), ("hall '' x", [""], "x"),
    ])
  func words(line: String, before: [String], last: String) {
    let typed = TypedLine(line)
    #expect(typed.before == before)
    #expect(typed.last.value == last)
  }

  @Test(
    "is continued so that bash reads the very word",
    arguments: [
      // What is typed, what bash will replace of it, the word, what is put there.
      ("", "", "a b", "a\\ b"), ("", "", "$(x)", "\\$\\(x\\)"), ("", "", "#1", "\\#1"),
      ("M-2025-008#", "M-2025-008#", "M-2025-008#1", "M-2025-008#1"),
      ("'a", "a", "a it's", "a it'\\''s"), ("\"a", "a", "a \"$b`\\!", "a \\\"\\$b\\`\\\\\"\\!\""),
      ("--方=物", "物", "--方=物业", "物业"), ("A:B", "B", "A:Bc d", "Bc\\ d"), ("", "", "物业", "物业"),
      ("", "", "~x", "\\~x"),
    ])
  func inserted(typed: String, replaced: String, word: String, expected: String) {
    let line = TypedLine("hall " + typed)
    #expect(TypedWord(line.last, replacing: replaced).inserted(word) == expected)
  }

  @Test("a word that does not continue what stays is left out")
  func other() {
    let line = TypedLine("hall --方=物")
    #expect(TypedWord(line.last, replacing: "物").inserted("--party=物业") == nil)
  }
}
