import HallWords
import Testing

@Suite("What somebody may have meant")
struct SuggestionTests {
  @Test(
    "the nearest word, where it is near enough",
    arguments: [
      ("居明", "居民"), ("达成一至", "达成一致"), ("一般事相", "一般事项"), ("催半", "催办"), ("clsoed", "closed"),
      ("CLOSED", "closed"), ("任物", "任务"), ("业", nil), ("完全不同的话", nil), ("", nil),
    ] as [(String, String?)])
  func nearest(typed: String, meant: String?) {
    let words = ["居民", "达成一致", "一般事项", "催办", "closed", "任务", "业主大会"]
    #expect(Suggestion.nearest(to: typed, among: words) == meant)
  }

  @Test("of two that are near it is the nearer, and of none there is none")
  func several() {
    #expect(Suggestion.nearest(to: "summonn", among: ["common", "summon"]) == "summon")
    #expect(Suggestion.nearest(to: "任务", among: []) == nil)
  }

  @Test(
    "neighbours that are swapped are one slip",
    arguments: [
      ("ab", "ba", 1), ("", "abc", 3), ("abc", "", 3), ("Abc", "abc", 0), ("abc", "xbyc", 2),
    ])
  func distance(left: String, right: String, slips: Int) {
    #expect(Suggestion.distance(left, right) == slips)
    #expect(Suggestion.distance(right, left) == slips)
  }
}
