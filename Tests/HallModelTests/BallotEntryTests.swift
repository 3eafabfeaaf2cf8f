import HallModel
import HallSyntax
import Testing

@Suite("The value of a side")
struct BallotEntryTests {
  private func read(_ text: String, isName: (String) -> Bool = { _ in false }) throws -> String {
    let charter = Charter(
      document: Document(path: "hall.md", kind: .hall, bytes: Array("---\n语言: zh\n---\n".utf8)))
    let entry: BallotEntry
    do throws(ValueFault) {
      entry = try BallotEntry(reading: Slice(text), parties: charter.parties, isName: isName)
    } catch {
      return "\(error)"
    }
    switch entry {
    case .count(let count): return "count \(count.heads ?? -1)"
    case .names(let names): return "names " + names.map(\.string).joined(separator: "|")
    case .byParty(let counts):
      return "parties " + counts.map { "\($0.party) \($0.heads)" }.joined(separator: "|")
    case .unanimous: return "unanimous"
    case .everybody: return "everybody"
    case .sides(let sides):
      return "sides " + sides.map { "\($0.side) \($0.count.heads ?? -1)" }.joined(separator: "|")
    }
  }

  @Test(
    "a number in words or an approximate number is not a name",
    arguments: [
      "十二票", "约5票", "共5票", "没有", "全体业主", "大多数", "二十人", "5票左右", "一百二十户", "伍拾户", "约 5 人",
      "twelve votes", "about 5", "张三、约5票",
    ])
  func numbers(_ text: String) throws {
    #expect(try read(text) == "malformed")
  }

  @Test(
    "words for all and for nobody, and an option with sides of its own",
    arguments: [
      ("一致", "unanimous"), ("一致通过", "unanimous"), ("Unanimous", "unanimous"), ("全体", "everybody"),
      ("all present", "everybody"), ("nem con", "count 0"), ("nem. con.", "count 0"),
      ("无", "count 0"),
      ("同意 40、反对 3", "sides votesFor 40|against 3"),
      ("for 40, against 3", "sides votesFor 40|against 3"),
      ("同意 40户、反对 3户、弃权 1户", "sides votesFor 40|against 3|abstain 1"),
      ("同意 40、张三", "malformed"),
    ])
  func words(_ text: String, _ expected: String) throws {
    #expect(try read(text) == expected)
  }

  @Test(
    "a count for a party is not a name, even if the party is not defined",
    arguments: [
      ("居民 12", "parties 居民 12"), ("居民12人、物业:1", "parties 居民 12|物业 1"), ("酒店 9", "parties 酒店 9"),
      ("酒店9人", "parties 酒店 9"), ("居民 2、酒店 9", "parties 居民 2|酒店 9"), ("酒店：９", "parties 酒店 9"),
      ("居民 12、赵六", "malformed"), ("赵六、酒店 9", "malformed"),
    ])
  func parties(_ text: String, expected: String) throws {
    #expect(try read(text) == expected)
  }

  @Test(
    "names are names, and so are units",
    arguments: [
      "张三", "万小春", "余全", "一楼老王", "大刘", "没六", "约翰", "共工", "2-1-301", "2号楼1单元301", "A座301", "B301",
      "王五（代 5 户）", "Unit 12", "Alice Most", "Tenzin", "几米", "居民/张三",
    ])
  func names(_ text: String) throws {
    let name = text.split(separator: "（").first.map(String.init) ?? text
    #expect(try read(text) == "names " + name)
  }

  @Test("a name in the roster is a name, whatever it looks like")
  func roster() throws {
    #expect(try read("万一") == "malformed")
    #expect(try read("万一、铺 3") { ["万一", "铺 3"].contains($0) } == "names 万一|铺 3")
  }
}
