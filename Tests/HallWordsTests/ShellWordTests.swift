import HallWords
import Testing

@Suite("Words of a call")
struct ShellWordTests {
  @Test(
    "a line is split at blanks outside of quotation marks",
    arguments: [
      ("hall 催办 物业", ["hall", "催办", "物业"]),
      ("  hall  问题 新增 '2号楼 漏水' ", ["hall", "问题", "新增", "2号楼 漏水"]),
      ("hall 签字 “李 四” \"\"", ["hall", "签字", "李 四", ""]),
      ("hall --正文=‘半 句", ["hall", "--正文=半 句"]),
      ("", []),
    ])
  func split(line: String, words: [String]) { #expect(ShellWord.split(line) == words) }

  @Test(
    "what is quoted is one word again",
    arguments: ["a b", "张三", "", "it's", "#1", "x　y", "a'\u{301}; b"])
  func roundTrip(word: String) {
    #expect(ShellWord.split("hall " + ShellWord.quoted(word)) == ["hall", word])
  }

  @Test("a quote with a combining mark after it does not end a word for a shell")
  func marks() {
    #expect(ShellWord.quoted("a'\u{301}").utf8.elementsEqual("'a'\\''\u{301}'".utf8))
  }
}
