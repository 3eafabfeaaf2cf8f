import HallModel
import Testing

@Suite("Titles that are probably about the same thing")
struct TitleLikenessTests {
  @Test(
    "two titles are close, or are not",
    arguments: [
      ("2号楼顶层漏雨", "2号楼顶层漏雨", true), ("２号楼顶层漏雨！", "2号楼 顶层漏雨", true),
      ("充电车棚选址", "华建小区充电车棚选址", true), ("车棚选址", "华建小区电动自行车充电车棚选址", true),
      ("背街路灯不亮", "背街路灯三盏不亮", true),
      ("Stair lights out", "stair lights out on two floors", true),
      ("华建小区2号楼一楼反水", "华建小区2号楼顶层漏雨", false), ("路灯", "背街路灯三盏不亮", false),
      ("电梯", "电梯", true), ("漏", "漏", true), ("漏", "漏雨", false), ("", "", false),
      ("——", "……", false), ("5号楼楼道堆放杂物", "小广场晚上的音乐声", false),
    ])
  func closeness(left: String, right: String, isClose: Bool) {
    #expect(TitleLikeness.isClose(left, right) == isClose)
    #expect(TitleLikeness.isClose(right, left) == isClose)
  }
}
