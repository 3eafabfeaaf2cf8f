import HallModel
import HallSyntax
import Testing

@Suite("Empty counts are reported, with a remedy")
struct EmptyCountTests {
  private func words(_ vote: String) throws -> Phrase {
    let tally = try tally(vote)
    #expect(tally.computed.reason == .emptyCount)
    return tally.words(for: .emptyCount)
  }

  @Test(
    "by field: without the line, the entitled and the present are counted",
    arguments: [
      ("- 规则: 委员会\n- 应到:\n- 实到: 3\n- 同意: 3", "「应到」还空着，写上人数；要按名册算，就去掉这一行", "'应到'", "roster"),
      ("- 规则: 居民会议\n- 应到: 9\n- 实到:\n- 同意: 5", "「实到」还空着，写上人数；要按参会人员算，就去掉这一行", "'实到'", "attendance"),
      ("- 规则: 赞成多于反对\n- 同意: 3\n- 反对:", "「反对」还空着，写上数字；没有人就写 0", "'反对'", "0 for nobody"),
      ("- 规则: 得票最多\n- 选项 甲: 3\n- 选项 乙:", "「选项 乙」还空着，写上数字；没有人就写 0", "'选项 乙'", "0 for nobody"),
    ])
  func byField(_ vote: String, zh: String, key: String, en: String) throws {
    let words = try words(vote)
    #expect(words.zh == zh)
    #expect(words.en.hasPrefix("no value in \(key): write the number"))
    #expect(words.en.hasSuffix(en))
  }

  @Test("several are reported together, grouped by remedy")
  func several() throws {
    let words = try words("- 规则: 委员会\n- 应到:\n- 实到: 3\n- 同意:\n- 弃权:")
    #expect(words.zh == "「应到」还空着，写上人数；要按名册算，就去掉这一行；「同意」「弃权」还空着，写上数字；没有人就写 0")
  }
}
