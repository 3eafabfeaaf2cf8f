import HallMerge
import HallSyntax
import Testing

/// A meeting that both sides start from.
let meetingText = """
  ---
  会议: M-2025-008
  状态: 已召开
  时间: 2025-09-25 14:30-16:00
  ---

  # 下水改造协商会

  ## 参会人员

  - 居民: 张三、钱七
  - 物业: 赵六

  ## 议程

  ### 1. 更换主管

  - 问题: Q-2025-014

  讨论摘要。

  - 张三：冬天反水三次。

  #### 表决: 整体更换主管

  - 规则: 赞成多于反对
  - 实到: 100户
  - 同意: 66户
  - 反对: 12户
  - 结果: 通过

  #### 决议 D1: 整体更换

  - 性质: 协商意见

  由物业牵头。

  - [ ] T1 取得三家报价
    - 负责: 物业/赵六
    - 期限: 2025-10-15
  - [ ] T2 公示
    - 负责: 物业/赵六
    - 期限: 2025-10-20

  ### 2. 车棚选址

  - 提出: 居民/张三

  先看两处地方。

  """

/// A matter that both sides start from.
let matterText = """
  ---
  问题: Q-2025-014
  日期: 2025-03-02
  ---

  # 反水

  ## 进展

  - 2025-03-02 收集: 一楼住户报告
  - 2025-03-10 吹哨: 市政排水

  """

/// Merges two edits of one text.
func merge(
  _ base: String, _ first: (String) -> String, _ second: (String) -> String,
  path: String = "agendas/M-2025-008.md", kind: Document.Kind = .meeting,
  choosing choose: @escaping (MergeConflict) -> MergeChoice? = { _ in nil }
) -> DocumentMerge {
  DocumentMerge(
    base: Array(base.utf8), first: Array(first(base).utf8), second: Array(second(base).utf8),
    path: path, kind: kind,
    markers: MergeMarkers(size: 7, ours: "甲", theirs: "乙", firstIsOurs: true), choosing: choose)
}

/// The same for the meeting.
func merge(
  _ first: (String) -> String, _ second: (String) -> String,
  choosing choose: @escaping (MergeConflict) -> MergeChoice? = { _ in nil }
) -> DocumentMerge {
  merge(meetingText, first, second, choosing: choose)
}

extension DocumentMerge {
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// An edit that must find the text it replaces.
func replacing(
  _ old: String, _ new: String, location: SourceLocation = #_sourceLocation
) -> (String) -> String {
  { text in
    #expect(text.contains(old), sourceLocation: location)
    return text.replacing(old, with: new, maxReplacements: 1)
  }
}

func appending(_ lines: String) -> (String) -> String { { $0 + lines } }
