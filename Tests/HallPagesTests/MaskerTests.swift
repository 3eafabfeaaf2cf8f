import HallModel
import HallSyntax
import Testing

@testable import HallPages

@Suite("Residents are masked")
struct MaskerTests {
  private func masker(_ rows: String) -> Masker {
    let text = "---\n议事厅: 厅\n---\n\n# 厅\n\n## 名册\n\n| 姓名 | 方 |\n| --- | --- |\n" + rows
    return Masker(
      Charter(document: Document(path: "hall.md", kind: .hall, bytes: Array(text.utf8))), nil)
  }

  private let roster =
    "| 张三 | 居民 |\n| 张三丰 | 居民 |\n| 欧阳娜娜 | 居民 |\n| 阿卜杜拉·买买提 | 居民 |\n| Ann Lee | 居民 |\n| 赵六 | 物业 |\n"

  @Test(
    "by their names, wherever they stand, each alike on all of a page",
    arguments: [
      ("张三：太吵。", "张某：太吵。"), ("请张三丰和张三到场", "请张某和张某乙到场"), ("欧阳娜娜说好", "欧阳某说好"),
      ("阿卜杜拉·买买提反对", "阿某反对"), ("Ann Lee and Annex", "A. and Annex"),
      ("张三，电话13800138000", "张某，电话＊＊＊"),
      ("住3号楼2单元501室的张三", "住＊＊＊的张某"), ("张三、张三", "张某、张某"),
    ])
  func masked(text: String, expected: String) {
    var masker = masker(roster)
    #expect(masker.masked(text) == expected)
  }

  @Test(
    "however their names are spaced or marked",
    arguments: [
      ("张　三说", "张某说"), ("**张**三说", "**张某说"), ("张\u{200B}三说", "张某说"), ("阿卜杜拉买买提反对", "阿某反对"),
      ("阿卜杜拉•买买提反对", "阿某反对"), ("12-301 张三", "＊＊＊ 张某"),
    ])
  func spaced(text: String, expected: String) {
    var masker = masker(roster)
    #expect(masker.masked(text) == expected)
  }

  @Test(
    "with an initial, and where somebody is known by it",
    arguments: [
      ("Ann B. Lee agreed", "A. agreed"), ("we met Ann B. Lee there", "we met A. there"),
      ("Bob J. Brown said so", "B. said so"), ("J. R. Brown: yes", "J.: yes"),
      ("Mr J. Brown lives here", "Mr J. lives here"), ("Plan B Brown paint", "Plan B Brown paint"),
      ("Bob Brown and Mrs Green said so", "B. and Mrs G. said so"),
      ("plan B. Anna Leeman said so", "plan B. A. said so"),
      ("Option A. Bobby Crane objected", "Option A. B. objected"),
      ("We chose plan B. Contractors agreed", "We chose plan B. Contractors agreed"),
      ("So would I. Gardeners voted", "So would I. Gardeners voted"),
      ("we met Ann L. Lee and Ann B. C. Lee, and Ann J Lee", "we met A. and A., and A."),
      ("Mr Brown has a brown bin in Brown Street", "Mr B. has a brown bin in Brown Street"),
    ])
  func initials(text: String, expected: String) {
    var masker = masker(roster)
    #expect(masker.masked(text) == expected)
  }

  @Test(
    "but not where two words only join to what somebody is called",
    arguments: [
      ("公布资金明细", "公布资金明细"), ("提高安全意识", "提高安全意识"), ("请金明细看一遍", "请金某细看一遍"),
      ("高安和金明到场", "高某和金某到场"), ("请高安和平安安静一点", "请高某和平某安静一点"),
      ("大家对方明确认的事没有意见", "大家对方某确认的事没有意见"),
    ])
  func joined(text: String, expected: String) {
    var masker = masker("| 金明 | 居民 |\n| 高安 | 居民 |\n| 平安 | 居民 |\n| 方明 | 居民 |\n")
    #expect(masker.masked(text) == expected)
  }

  @Test("who may be meant by two joined words is listed for whoever publishes")
  func joinedIsTold() {
    var masker = masker("| 金明 | 居民 |\n")
    _ = masker.masked("公布资金明细")
    #expect(masker.possible == ["金明"])
  }

  @Test("a sign written with the scalar that a PDF has is the same sign")
  func compatible() {
    var masker = masker("| 刘祥 | 居民 |\n| 王金龙 | 居民 |\n| J. Lee | 居民 |\n")
    #expect(masker.masked("刘\u{FA1A}说好，王\u{F90A}龙不同意") == "刘某说好，王某不同意")
    #expect(masker.masked("to J． Lee") == "to J.")
  }

  @Test("a variant of a sign, and a letter or a syllable with its parts apart, are the same")
  func variants() {
    var masker = masker("| 葛明亮 | 居民 |\n| José Lee | 居民 |\n| 김민수 | 居民 |\n| Йосиф | 居民 |\n")
    #expect(masker.masked("葛\u{E0100}明亮说好") == "葛某说好")
    #expect(masker.masked("ask Jose\u{301} Lee, not Jose\u{301}") == "ask J., not Jose\u{301}")
    #expect(
      !masker.masked("问\u{1100}\u{1175}\u{11B7}\u{1106}\u{1175}\u{11AB}\u{1109}\u{116E}")
        .contains("\u{1106}"))
    #expect(!masker.masked("问\u{418}\u{306}осиф").contains("осиф"))
  }

  @Test(
    "a number is masked whatever blank and number follow it",
    arguments: [" ", "\n", "\t", "\u{A0}", "\u{3000}"])
  func followed(blank: String) {
    for number in ["13812345678", "110105199001010002", "010-62345678", "x\u{301}13812345678"] {
      var masker = masker("")
      let masked = masker.masked("联系 \(number)\(blank)3号楼的业主")
      #expect(!masked.contains("5678") && !masked.contains("0002"), "\(masked)")
      #expect(masked.hasSuffix("号楼的业主"), "\(masked)")
    }
  }

  @Test("a longer name of an officer is not a resident's, and a learned name is masked everywhere")
  func longest() {
    var masker = masker("| 王凯 | 居民 |\n| 王凯涛 | 物业 |\n")
    #expect(masker.masked("王凯涛和王凯") == "王凯涛和王某")
    #expect(masker.masked("交给周晓梅去办") == "交给周晓梅去办")
    #expect(masker.possible == ["周晓梅"])
    masker.learn(["周晓梅", "王凯涛"])
    #expect(masker.masked("王凯涛交给周晓梅去办") == "王凯涛交给周某去办")
  }

  @Test(
    "and nobody else is",
    arguments: ["物业赵六负责", "三张表", "高兴、安全、万元", "2025-12-01 前完成，经费 86000元", "3号楼", "开张"])
  func others(text: String) {
    var masker = masker(roster)
    #expect(masker.masked(text) == text)
  }
}
