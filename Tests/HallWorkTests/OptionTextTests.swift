import Testing

@testable import HallWork

@Suite("An option and its votes")
struct OptionTextTests {
  @Test(
    "the count stands after the last colon, else names after the first",
    arguments: [
      ("甲: 40", "甲", "40"), ("方案：整体更换: 30", "方案：整体更换", "30"), ("甲：", "甲", ""),
      ("甲: 张三、李四", "甲", "张三、李四"), ("乙物业（1:2）: 5户 40㎡", "乙物业（1:2）", "5户 40㎡"),
    ])
  func colon(_ text: String, label: String, votes: String) throws {
    let parts = try #require(OptionText.atColon(text))
    #expect(parts.label == label)
    #expect(parts.votes == votes)
  }

  @Test(
    "without a colon the count stands after the first blank that leaves one",
    arguments: [
      ("Bill Brook 5", "Bill Brook", "5"), ("甲 66户 5210.30㎡", "甲", "66户 5210.30㎡"),
      ("方案：丁 3", "方案：丁", "3"), ("甲 张三", "甲", "张三"),
    ])
  func blank(_ text: String, label: String, votes: String) throws {
    let parts = try #require(OptionText.atBlank(text))
    #expect(parts.label == label)
    #expect(parts.votes == votes)
  }
}
