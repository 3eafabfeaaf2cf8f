/// Minutes of a meeting on 2025-09-25, with what stands under its first item.
///
/// - Parameter status: as it is written.
package func meeting(_ number: Int = 8, status: String = "已召开", item: String) -> String {
  let digits = String(number)
  let id = "M-2025-" + String(repeating: "0", count: 3 - digits.count) + digits
  return """
    ---
    会议: \(id)
    状态: \(status)
    时间: 2025-09-25 14:30
    ---

    # 协商会

    ## 议程

    ### 1. 一件事

    \(item)

    """
}
