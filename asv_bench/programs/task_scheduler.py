# An operating system's scheduler in the manner of Richards: tasks of several classes pass packets to each other.
# expect: (23246, 9297, 1)
IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
DEVICE_PACKET, WORK_PACKET = 0, 1
BUFFER_SIZE = 4


class Packet:
    def __init__(self, link, ident, kind):
        self.link = link
        self.ident = ident
        self.kind = kind
        self.datum = 0
        self.data = [0] * BUFFER_SIZE

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class TaskRecord:
    pass


class DeviceRecord(TaskRecord):
    def __init__(self):
        self.pending = None


class IdleRecord(TaskRecord):
    def __init__(self):
        self.control = 1
        self.count = 10000


class HandlerRecord(TaskRecord):
    def __init__(self):
        self.work_in = None
        self.device_in = None

    def add_work(self, packet):
        self.work_in = packet.append_to(self.work_in)

    def add_device(self, packet):
        self.device_in = packet.append_to(self.device_in)


class WorkerRecord(TaskRecord):
    def __init__(self):
        self.destination = HANDLER_A
        self.count = 0


class TaskState:
    def __init__(self):
        self.packet_pending = True
        self.waiting = False
        self.holding = False

    def set_pending(self):
        self.packet_pending = True
        self.waiting = False
        self.holding = False
        return self

    def set_waiting(self):
        self.packet_pending = False
        self.waiting = True
        self.holding = False
        return self

    def set_running(self):
        self.packet_pending = False
        self.waiting = False
        self.holding = False
        return self

    def set_waiting_with_packet(self):
        self.packet_pending = True
        self.waiting = True
        self.holding = False
        return self

    def is_holding_or_waiting(self):
        return self.holding or (not self.packet_pending and self.waiting)

    def is_waiting_with_packet(self):
        return self.packet_pending and self.waiting and not self.holding


class Scheduler:
    def __init__(self):
        self.tasks = None
        self.current = None
        self.current_ident = 0
        self.table = [None] * 10
        self.hold_count = 0
        self.queue_count = 0

    def run(self):
        task = self.tasks
        while task is not None:
            self.current = task
            if task.is_holding_or_waiting():
                task = task.link
            else:
                self.current_ident = task.ident
                task = task.run()


class Task(TaskState):
    def __init__(self, scheduler, ident, priority, queue, state, record):
        super().__init__()
        self.scheduler = scheduler
        self.link = scheduler.tasks
        self.ident = ident
        self.priority = priority
        self.queue = queue
        self.packet_pending = state.packet_pending
        self.waiting = state.waiting
        self.holding = state.holding
        self.record = record
        scheduler.tasks = self
        scheduler.table[ident] = self

    def act(self, packet):
        raise NotImplementedError

    def add_packet(self, packet, old):
        if self.queue is None:
            self.queue = packet
            self.packet_pending = True
            if self.priority > old.priority:
                return self
        else:
            packet.append_to(self.queue)
        return old

    def run(self):
        packet = None
        if self.is_waiting_with_packet():
            packet = self.queue
            self.queue = packet.link
            if self.queue is None:
                self.set_running()
            else:
                self.set_pending()
        return self.act(packet)

    def wait_for_packet(self):
        self.waiting = True
        return self

    def hold(self):
        self.scheduler.hold_count += 1
        self.holding = True
        return self.link

    def release(self, ident):
        task = self.find(ident)
        task.holding = False
        if task.priority > self.priority:
            return task
        return self

    def send(self, packet):
        task = self.find(packet.ident)
        self.scheduler.queue_count += 1
        packet.link = None
        packet.ident = self.ident
        return task.add_packet(packet, self)

    def find(self, ident):
        task = self.scheduler.table[ident]
        if task is None:
            raise LookupError(f'no task {ident}')
        return task


class DeviceTask(Task):
    def act(self, packet):
        record = self.record
        if packet is None:
            packet = record.pending
            if packet is None:
                return self.wait_for_packet()
            record.pending = None
            return self.send(packet)
        record.pending = packet
        return self.hold()


class HandlerTask(Task):
    def act(self, packet):
        record = self.record
        if packet is not None:
            if packet.kind == WORK_PACKET:
                record.add_work(packet)
            else:
                record.add_device(packet)
        work = record.work_in
        if work is None:
            return self.wait_for_packet()
        count = work.datum
        if count >= BUFFER_SIZE:
            record.work_in = work.link
            return self.send(work)
        device = record.device_in
        if device is None:
            return self.wait_for_packet()
        record.device_in = device.link
        device.datum = work.data[count]
        work.datum = count + 1
        return self.send(device)


class IdleTask(Task):
    def act(self, packet):
        record = self.record
        record.count -= 1
        if record.count == 0:
            return self.hold()
        if record.control & 1 == 0:
            record.control //= 2
            return self.release(DEVICE_A)
        record.control = record.control // 2 ^ 0xd008
        return self.release(DEVICE_B)


class WorkerTask(Task):
    def act(self, packet):
        if packet is None:
            return self.wait_for_packet()
        record = self.record
        record.destination = HANDLER_B if record.destination == HANDLER_A else HANDLER_A
        packet.ident = record.destination
        packet.datum = 0
        for i in range(BUFFER_SIZE):
            record.count += 1
            if record.count > 26:
                record.count = 1
            packet.data[i] = 64 + record.count
        return self.send(packet)


def simulate():
    scheduler = Scheduler()
    IdleTask(scheduler, IDLE, 1, None, TaskState().set_running(), IdleRecord())
    queue = Packet(None, 0, WORK_PACKET)
    queue = Packet(queue, 0, WORK_PACKET)
    WorkerTask(scheduler, WORKER, 1000, queue, TaskState().set_waiting_with_packet(), WorkerRecord())
    for ident, device, priority in (HANDLER_A, DEVICE_A, 2000), (HANDLER_B, DEVICE_B, 3000):
        queue = None
        for _ in range(3):
            queue = Packet(queue, device, DEVICE_PACKET)
        HandlerTask(scheduler, ident, priority, queue, TaskState().set_waiting_with_packet(), HandlerRecord())
    for ident, priority in (DEVICE_A, 4000), (DEVICE_B, 5000):
        DeviceTask(scheduler, ident, priority, None, TaskState().set_waiting(), DeviceRecord())
    scheduler.run()
    return scheduler.queue_count, scheduler.hold_count, scheduler.tasks.holding + 0


simulate()
