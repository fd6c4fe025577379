# One monitor, one object store daemon and one gateway of Ceph in a folder, in memory and without authentication between them.
# Arguments: folder, port of the monitor, port of the gateway, access key, secret key. TERM ends all three.
set -eu
folder=$1 monitor=$2 gateway=$3 access=$4 secret=$5
for program in ceph ceph-mon ceph-osd monmaptool radosgw radosgw-admin; do
  command -v "$program" >/dev/null || {
    echo "There is no $program. The Debian packages radosgw, ceph-mon, ceph-osd and ceph-common bring it."
    exit 69
  }
done
cd "$folder"
id=$(cat /proc/sys/kernel/random/uuid)
cat >ceph.conf <<CONF
[global]
fsid = $id
mon host = v2:127.0.0.1:$monitor
mon initial members = a
run dir = $folder
log file = $folder/\$name.log
admin socket =
pid file = $folder/\$name.pid
keyring = $folder/keyring
auth cluster required = none
auth service required = none
auth client required = none
ms mon cluster mode = crc
ms mon service mode = crc
ms bind ipv6 = false
public addr = 127.0.0.1
cluster addr = 127.0.0.1
mon data avail crit = 1
mon data avail warn = 1
mon allow pool size one = true
paxos propose interval = 0.05
paxos min wait = 0.01
osd crush chooseleaf type = 0
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
[client]
auth client required = none
ms mon client mode = crc
[mon.a]
mon data = $folder/mon
[osd.0]
osd data = $folder/osd
osd objectstore = memstore
memstore device bytes = 2147483648
osd fast shutdown = true
[client.rgw]
rgw frontends = beast endpoint=127.0.0.1:$gateway
rgw thread pool size = 32
rgw crypt require ssl = false
rgw crypt default encryption key = $(head -c 32 /dev/urandom | base64)
# A day of a lifecycle rule lasts this many seconds.
rgw lc debug interval = 5
CONF
: >keyring
monmaptool --create --addv a "[v2:127.0.0.1:$monitor]" --fsid "$id" monmap >/dev/null
ceph-mon -c ceph.conf -i a --mkfs --monmap monmap --keyring keyring
ceph-mon -c ceph.conf -i a -f &
servers=$!
trap 'kill -KILL $servers 2>/dev/null; exit 143' TERM
id=$(cat /proc/sys/kernel/random/uuid)
mkdir osd
ceph-osd -c ceph.conf -i 0 --mkfs --osd-uuid "$id"
ceph -c ceph.conf osd new "$id" 0 >/dev/null
ceph-osd -c ceph.conf -i 0 -f &
servers="$servers $!"
radosgw-admin -c ceph.conf -n client.rgw user create --uid=sallyport --display-name=Sallyport \
  --access-key="$access" --secret="$secret" >/dev/null
radosgw -c ceph.conf -n client.rgw -f &
servers="$servers $!"
wait
