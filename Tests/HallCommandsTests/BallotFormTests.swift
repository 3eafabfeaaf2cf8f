import Foundation
import HallCommands
import TestSupport
import Testing

@Suite("Printed ballots")
struct BallotFormTests {
  private func ballot(_ method: String) throws -> (ballot: String, counterfoil: String) {
    let charter =
      TestHall.charter + """
        ## 名册

        | 姓名 | 方 | 户 |
        | --- | --- | --- |
        | 张三 | 居民 | 1-201 |

        """
    let vote = "#### 表决: 换主任\n\n- 规则: 居民会议\n- 方式: \(method)\n"
    let hall = try TestHall(
      ["agendas/M-2025-008.md": meeting(item: vote)], charter: charter)
    let answer = hall.run("print", "M-2025-008#1", "ballots", "--text")
    #expect(answer.status == 0, "\(answer.errors)")
    let parts = answer.output.components(separatedBy: "存　根")
    try #require(parts.count == 2, "\(answer.output)")
    return (parts[0], parts[1])
  }

  @Test("a secret ballot says neither who votes nor asks for a name; the counterfoil does")
  func secret() throws {
    let (ballot, counterfoil) = try ballot("无记名")
    for word in ["张三", "1-201", "票号", "签名："] { #expect(!ballot.contains(word), "\(ballot)") }
    #expect(ballot.contains("不签名") && !ballot.contains("没有签名"), "\(ballot)")
    #expect(counterfoil.contains("张三"), "\(counterfoil)")
    let (open, _) = try self.ballot("书面")
    #expect(open.contains("张三") && open.contains("签名：") && open.contains("没有签名"), "\(open)")
  }
}
