import HallWords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A started program that stays in this process's group, with the programs it has started in turn:
/// for example a git that waits for its ssh.
struct ProgramTree {
  private let child: pid_t
  /// The descendants of the child, as far as the system reports them.
  private let others: [pid_t]

  init(_ child: pid_t) {
    self.child = child
    var (found, next): ([pid_t], [pid_t]) = ([], [child])
    // No program that waits for another machine has more descendants.
    while let parent = next.popLast(), found.count < 100 {
      let started = ProgramTree.children(of: parent)
      found += started
      next += started
    }
    others = found
  }

  /// Asks all of them to end, so that git removes its temporary files; waits only briefly.
  func end() {
    for program in others + [child] { kill(program, SIGTERM) }
    if !ProgramDeadline(seconds: 2).wait(for: child) { kill(child, SIGKILL) }
  }

  private static func children(of parent: pid_t) -> [pid_t] {
    guard let file = fopen("/proc/\(parent)/task/\(parent)/children", "r") else { return [] }
    defer { fclose(file) }
    var bytes = [CChar](repeating: 0, count: 4096)
    guard fgets(&bytes, Int32(bytes.count), file) != nil else { return [] }
    let text = bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: text, as: UTF8.self).split(separator: " ").compactMap { pid_t($0) }
  }
}
